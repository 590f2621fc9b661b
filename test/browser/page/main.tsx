import { createRoot } from 'react-dom/client';
import { App } from './chrome/App';
import { Desk } from './desk';
import { reloadOnChange } from './reloadOnChange';

const element = document.getElementById('page');
if (!element) throw new Error('The page has no place for its content.');
createRoot(element).render(<App desk={new Desk()} />);
reloadOnChange();
