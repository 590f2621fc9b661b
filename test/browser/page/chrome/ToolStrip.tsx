import type { Desk } from '../desk';
import type { Tool } from '../settings';
import { Icon } from './icons';

const tools: readonly { readonly tool: Tool; readonly label: string }[] = [
  { tool: 'rectangle', label: 'Rectangular marquee (M)' },
  { tool: 'lasso', label: 'Lasso (L)' },
  { tool: 'brush', label: 'Selection brush (B)' },
  { tool: 'hand', label: 'Hand (H)' },
];

export function ToolStrip({ desk, tool: chosen }: { readonly desk: Desk; readonly tool: Tool }) {
  return (
    <aside className="tools" aria-label="Tools">
      <div role="radiogroup" aria-label="Tool" className="tool-list">
        {tools.map(({ tool, label }) => (
          <button
            key={tool}
            type="button"
            role="radio"
            aria-checked={tool === chosen}
            aria-label={label}
            title={label}
            className="tool"
            onClick={() => desk.set({ tool })}
          >
            <Icon name={tool} />
          </button>
        ))}
      </div>
    </aside>
  );
}
