import type { ByteReader } from './byteReader';
import { createByteWriter, type ByteWriter } from './byteWriter';
import { damaged } from './damagedFile';

/** Text as UTF-16 after its length; a trailing NUL is not part of it. */
export function readUnicode(reader: ByteReader): string {
  const count = reader.u32();
  if (count * 2 > reader.remaining) damaged('a name breaks off');
  const units: string[] = [];
  for (let i = 0; i < count; i++) units.push(String.fromCharCode(reader.u16()));
  return units.join('').replace(/\0+$/, '');
}

/** Without a trailing NUL: some readers show it as part of a layer's name when it is counted. */
export function writeUnicode(writer: ByteWriter, text: string): void {
  writer.u32(text.length);
  for (let i = 0; i < text.length; i++) writer.u16(text.charCodeAt(i));
}

/** With the trailing NUL that resources and descriptors carry and count. */
export function writeUnicodeWithEnd(writer: ByteWriter, text: string): void {
  writeUnicode(writer, `${text}\0`);
}

/** Length and single bytes, filled up with zeros to a multiple of `multiple`; what is not Latin becomes a question mark. */
export function writePascal(writer: ByteWriter, text: string, multiple: number): void {
  const latin = Array.from(text, (letter) => (letter.length === 1 && letter < '\x80' ? letter : '?')).join('');
  const shortened = latin.slice(0, 255);
  writer.u8(shortened.length);
  writer.ascii(shortened);
  const over = (1 + shortened.length) % multiple;
  if (over > 0) writer.zeros(multiple - over);
}

export function unicodeBytes(text: string): Uint8Array {
  const writer = createByteWriter();
  writeUnicode(writer, text);
  return writer.join();
}
