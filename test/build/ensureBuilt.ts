import { bundle } from './bundle';
import { isBuilt } from './inputs';
import { runCommand } from './runCommand';

runCommand(() => {
  if (!isBuilt()) bundle([]);
});
