import type { Commands } from '../../app/commands';
import { modelOf } from '../../app/draft';
import type { AppState } from '../../app/state';
import { Additions } from './Additions';
import { Facts } from './Facts';
import { GrowthOptions } from './GrowthOptions';
import { Guidance } from './Guidance';
import { MaskOptions } from './MaskOptions';
import { OperationChoice } from './OperationChoice';
import { Prompt } from './Prompt';
import { References } from './References';
import { RunFoot } from './RunFoot';
import { Strength } from './Strength';

export interface EditViewProps {
  readonly state: AppState;
  readonly commands: Commands;
}

/** What is edited, how, by which model and for which price, in the order in which it is decided. */
export function EditView({ state, commands }: EditViewProps) {
  const { document, draft, offer, proposal, settings } = state;
  return (
    <>
      <div className="scroll">
        <div className="columns">
          <div className="column">
            <Facts document={document} offer={offer} />
            <MaskOptions
              grow={draft.grow}
              feather={draft.feather}
              onChange={(change) => commands.changeDraft(change)}
            />
          </div>
          <div className="column section">
            <OperationChoice
              chosen={draft.operation}
              proposal={proposal}
              selected={document?.selection === undefined ? 'nothing' : 'something'}
              onChoose={(operation) => commands.changeDraft({ operation })}
            />
            {draft.operation === 'outpaint' && (
              <GrowthOptions
                document={document}
                offer={offer}
                growth={draft.growth}
                onChange={(change) => commands.changeDraft(change)}
              />
            )}
            <Prompt
              operation={draft.operation}
              prompt={draft.prompt}
              onType={(prompt) => commands.changeDraft({ prompt })}
            />
            {offer.kind === 'ready' && (
              <Additions
                additions={offer.additions}
                edits={draft.helpers}
                onReadLook={() => commands.readLook()}
                onEdit={(helpers) => commands.changeDraft({ helpers })}
              />
            )}
          </div>
        </div>
        {draft.operation !== 'remove' && draft.operation !== 'outpaint' && (
          <References references={draft.references} showable={state.showable} commands={commands} />
        )}
        {draft.operation === 'style' && (
          <Strength strength={draft.strength} onChange={(strength) => commands.changeDraft({ strength })} />
        )}
        {isFirstRun(state) && draft.operation === 'remove' && <Guidance />}
      </div>
      <RunFoot state={state} chosenBy={modelOf(draft, settings) === 'auto' ? 'inlay' : 'you'} commands={commands} />
    </>
  );
}

/** Until the first edit of the session: whoever has run one needs no guidance. */
function isFirstRun({ job, results, placed }: AppState): boolean {
  return job === undefined && results.length === 0 && placed.length === 0;
}
