/** The constants of `require('uxp').storage`. */
export const formats = { utf8: Symbol.for('utf8'), binary: Symbol.for('binary') };
export const modes = { readOnly: Symbol.for('readOnly'), readWrite: Symbol.for('readWrite') };
export const types = { file: Symbol.for('file'), folder: Symbol.for('folder') };
export const domains = {
  userDesktop: Symbol.for('desktop'),
  userDocuments: Symbol.for('documents'),
  userPictures: Symbol.for('pictures'),
  userVideos: Symbol.for('videos'),
  userMusic: Symbol.for('music'),
  appLocalData: Symbol.for('appLocalData'),
  appLocalLibrary: Symbol.for('appLocalLibrary'),
  appLocalCache: Symbol.for('appLocalCache'),
  appLocalShared: Symbol.for('appLocalShared'),
  appLocalTemporary: Symbol.for('appLocalTemporary'),
  appRoamingData: Symbol.for('appRoamingData'),
  appRoamingLibrary: Symbol.for('appRoamingLibrary'),
};
export const fileTypes = {
  all: ['*'],
  images: ['jpg', 'png', 'gif', 'svg'],
  text: ['txt'],
};
