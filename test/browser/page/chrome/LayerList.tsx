import type { DocumentState, LayerState } from '../../../photoshop/model/state';
import type { Desk } from '../desk';
import { Icon, type IconName } from './icons';
import { LayerThumbnail, MaskThumbnail } from './thumbnails';

export interface LayerListProps {
  readonly desk: Desk;
  readonly document: DocumentState;
}

/** The tree of layers, top to bottom: the eye shows and hides, a click on the rest makes a layer the active one. */
export function LayerList({ desk, document }: LayerListProps) {
  return flatten(document.layers, 0).map(({ layer, depth }) => (
    <LayerRow key={layer.id} desk={desk} document={document} layer={layer} depth={depth} />
  ));
}

interface LayerRowProps extends LayerListProps {
  readonly layer: LayerState;
  readonly depth: number;
}

function LayerRow({ desk, document, layer, depth }: LayerRowProps) {
  const { id, name, visible, mask } = layer;
  const isActive = document.activeLayers.includes(id);
  const icon = kindIcons[layer.kind];
  return (
    <div className={isActive ? 'layer layer-on' : 'layer'}>
      <button
        type="button"
        className={visible ? 'layer-eye' : 'layer-eye layer-eye-off'}
        aria-pressed={visible}
        aria-label={`Show ${name}`}
        title={visible ? 'Hide' : 'Show'}
        onClick={() => desk.act(({ user }, at) => (visible ? user.hide(at, id) : user.show(at, id)))}
      >
        <Icon name="eye" />
      </button>
      <button
        type="button"
        className="layer-body"
        aria-current={isActive}
        style={{ paddingLeft: 6 + depth * 14 }}
        onClick={() => desk.act(({ user }, at) => user.activate(at, [id]))}
      >
        {layer.clipped && <span className="layer-clip">↳</span>}
        {icon ? <Icon name={icon} /> : <LayerThumbnail desk={desk} document={document} layer={layer} />}
        {mask && <MaskThumbnail document={document} mask={mask} />}
        <span className="layer-text">
          <span className="layer-name" title={name}>
            {name}
          </span>
          {lookOf(layer) !== '' && <span className="layer-look">{lookOf(layer)}</span>}
        </span>
        {layer.isBackground && <Icon name="lock" />}
      </button>
    </div>
  );
}

function flatten(layers: readonly LayerState[], depth: number): readonly { layer: LayerState; depth: number }[] {
  return layers.flatMap((layer) => [{ layer, depth }, ...flatten(layer.children ?? [], depth + 1)]);
}

const kindIcons: Readonly<Partial<Record<LayerState['kind'], IconName>>> = {
  group: 'folder',
  text: 'text',
  adjustment: 'adjustment',
  solidFill: 'adjustment',
  gradientFill: 'adjustment',
  patternFill: 'adjustment',
};

/** What makes it look other than a plain layer. */
function lookOf({ blendMode, opacity, kind }: LayerState): string {
  const mode = blendMode === 'norm' || blendMode === 'pass' ? '' : (modeNames[blendMode] ?? blendMode.trim());
  const percent = opacity === 255 ? '' : `${Math.round(opacity / 2.55)} %`;
  const special = kind === 'smartObject' ? 'Smart object' : '';
  return [special, mode, percent].filter((part) => part !== '').join(' · ');
}

const modeNames: Readonly<Partial<Record<string, string>>> = {
  'mul ': 'Multiply',
  scrn: 'Screen',
  over: 'Overlay',
  sLit: 'Soft light',
  hLit: 'Hard light',
  dark: 'Darken',
  lite: 'Lighten',
  colr: 'Color',
  'lum ': 'Luminosity',
  diff: 'Difference',
};
