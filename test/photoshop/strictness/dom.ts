import type { Row } from './row';

const action = 'modules/action/action.test.ts';
const dom = 'modules/dom/dom.test.ts';
const uxp = 'modules/uxp/uxp.test.ts';

/** Documents and layers, descriptors, events. */
export const domRows: readonly Row[] = [
  {
    platform: 'batchPlay of what is no array is refused with the words of the host',
    rules: ['action.array'],
    tests: [
      [action, 'commands that are no array'],
      [action, 'with the words of the platform'],
    ],
  },
  {
    platform: 'A command that fails resolves with an error, and those behind it are not run unless it was asked for',
    tests: [
      [action, 'answers for a property that is not there, and for a layer that is not, and does not go on by itself'],
    ],
  },
  {
    platform: 'A command acts on the document in front, whatever its reference says',
    tests: [[action, 'acts on the document in front, whatever the reference says']],
  },
  {
    platform: 'An unknown descriptor fails the run, placing a file included: none is ever placed by the plugin',
    rules: ['action.command'],
    tests: [
      [action, 'an unknown descriptor'],
      [action, 'an unknown property'],
      [action, 'a file to place, which it does not do'],
    ],
  },
  {
    platform: 'A get with dialog options was seen to hang',
    rules: ['action.dialog'],
    tests: [[action, 'a get with dialog options']],
  },
  {
    platform: 'A get of a whole document or application may open a dialog of the printer',
    rules: ['action.whole-get'],
    tests: [
      [action, 'a get of a whole document'],
      [action, 'a get of a whole application'],
    ],
  },
  {
    platform: 'A blend mode that does not exist, or any on the Background, throws',
    rules: ['dom.blend-mode'],
    tests: [
      [dom, 'a blend mode for the Background'],
      [dom, 'an unknown blend mode'],
    ],
  },
  {
    platform: 'A layer is moved inside a group only, and the Background stays where and what it is',
    rules: ['dom.move', 'dom.protected'],
    tests: [
      [dom, 'a move into a layer that is no group'],
      [dom, 'a move of the Background'],
      [dom, 'a place below the Background'],
    ],
  },
  {
    platform: 'A document that was closed and a layer that is gone are answered as such',
    tests: [[dom, 'a document that was closed and a layer that is gone, as an ordinary answer']],
  },
  {
    platform: 'A new layer lands above the active one, and inside a group that is active',
    tests: [[dom, 'puts a new layer above the active one, and inside a group that is active']],
  },
  {
    platform: 'A mask from the selection takes the selection away',
    tests: [[action, 'selects a rectangle, all, nothing, and what a layer or its mask covers']],
  },
  {
    platform: 'duplicate, open and createDocument change what is in front',
    tests: [
      [dom, 'cuts, flattens and copies documents'],
      [dom, 'are saved and opened through entries'],
      [dom, 'start empty, white or transparent'],
    ],
  },
  {
    platform: 'A token of another session, or a path in place of one, is refused',
    rules: ['files.token', 'call.argument'],
    tests: [
      [uxp, 'stand for entries, those of a session only in it'],
      [uxp, 'a path for an entry'],
    ],
  },
  {
    platform: 'Values beyond their range, sizes that are no numbers and empty names throw',
    rules: ['dom.value'],
    tests: [
      [dom, 'an opacity beyond 100'],
      [dom, 'an opacity that is no number'],
      [dom, 'a size that is no number'],
      [dom, 'an empty name'],
    ],
  },
  {
    platform: 'A member that the platform or the stand-in does not have is no silent undefined',
    rules: ['member.absent'],
    tests: [
      [dom, 'a member that it does not have'],
      [action, 'a member that it does not have'],
      [uxp, 'a member that it does not have'],
    ],
  },
  {
    platform: 'All events are heard in developer mode only',
    rules: ['action.listen-all'],
    tests: [
      [action, 'to hear everything'],
      [action, 'are all heard in developer mode'],
    ],
  },
  {
    platform: 'Events come later, after the change; those of documents, or all, may be missing',
    switches: ['events'],
    tests: [[action, 'that arrive: %s']],
  },
  {
    platform: 'An untagged document has no name of a profile, in one of three ways',
    switches: ['untaggedName'],
    tests: [[dom, 'names the profile of an untagged document: %s']],
  },
  {
    platform: 'A duplicate of a layer may lose its metadata, and a group that is deleted may leave its layers',
    switches: ['duplicateXmp', 'groupDelete'],
    tests: [
      [dom, 'copies layers, whose metadata is %s'],
      [dom, 'takes away a group that is deleted: it %s'],
    ],
  },
];
