import { findBlock, type Block } from './blocks';
import { readVersionedDescriptor, type Descriptor, type DescriptorValue } from './descriptor';

/** Whether a layer has effects that show. Where they cannot be read, they are taken to show. */
export function hasVisibleEffects(blocks: readonly Block[]): boolean {
  const data = findBlock(blocks, 'lfx2', 'lfxs', 'lmfx');
  if (!data) return findBlock(blocks, 'lrFX') !== undefined;
  const effects = readVersionedDescriptor(data, 4);
  if (!effects) return true;
  return !isOff(effects.items.get('masterFXSwitch')) && [...effects.items.values()].some(shows);
}

function shows(value: DescriptorValue): boolean {
  if (value.type === 'list') return value.value.some(shows);
  return value.type === 'object' && isEnabled(value.value);
}

function isEnabled(effect: Descriptor): boolean {
  const enabled = effect.items.get('enab');
  return enabled?.type === 'flag' && enabled.value;
}

function isOff(value: DescriptorValue | undefined): boolean {
  return value?.type === 'flag' && !value.value;
}
