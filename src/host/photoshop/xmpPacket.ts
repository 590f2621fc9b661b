/** A complete XMP packet that carries one text of ours. */
export function xmpPacket(provenance: string): string {
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" xmlns:inlay="https://inlay.app/ns/1.0/" inlay:edit="${escaped(provenance)}"/>`,
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
}

/** The text in such a packet, also where Photoshop has written it anew; nothing where there is none of ours. */
export function textInPacket(xmp: string): string | undefined {
  const [, attribute, element] = /\binlay:edit(?:\s*=\s*"([^"]*)"|>([^<]*)<)/.exec(xmp) ?? [];
  const text = attribute ?? element;
  return text?.replace(
    /&(?:#(x?)([\da-f]+)|(\w+));/gi,
    (whole, hex: string, digits: string | undefined, name: string) =>
      digits === undefined ? (signs[name] ?? whole) : String.fromCodePoint(parseInt(digits, hex === '' ? 10 : 16)),
  );
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;');
}
