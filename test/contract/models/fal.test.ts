import { keepsItsHead } from './faults';
import { fal } from './services/fal';

keepsItsHead(fal);
