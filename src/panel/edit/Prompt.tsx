import type { Draft } from '../../app/state';
import { strings } from '../strings';
import { TextArea } from '../widgets/TextArea';
import { heightFor } from './heightFor';

export interface PromptProps extends Pick<Draft, 'operation' | 'prompt'> {
  readonly onType: (prompt: string) => void;
}

/** The retoucher's own words. The field grows with them, from two lines to six. */
export function Prompt({ operation, prompt, onType }: PromptProps) {
  return (
    <div className="section-tight">
      <div className="section-head">
        <h2 className="section-title">{strings.prompt}</h2>
        <span className="small secondary">{strings.promptHint[operation]}</span>
      </div>
      <TextArea
        label={strings.prompt}
        placeholder={strings.promptPlaceholder[operation]}
        value={prompt}
        className={`prompt ${heightFor(prompt)}`}
        onType={onType}
      />
    </div>
  );
}
