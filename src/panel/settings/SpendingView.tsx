import { priceInWords } from '../../app/labels';
import type { Settings, Spending } from '../../app/state';
import { TextFieldOf } from '../fields/TextFieldOf';
import { dollars, optional, text } from '../fields/kinds';
import { useFieldText } from '../fields/useFieldText';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';
import { Progress } from '../widgets/Progress';

export interface SpendingViewProps {
  readonly spending: Spending;
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onBeginLedger: () => void;
}

/** What was spent against the limits, which are checked before every call. */
export function SpendingView({ spending, settings, onChange, onBeginLedger }: SpendingViewProps) {
  const { caps, client } = settings;
  const name = useFieldText(client, text(asName), (taken) => onChange({ client: taken }));
  return (
    <div className="section-ruled">
      <div className="section-head">
        <h2 className="section-title">{strings.spending}</h2>
      </div>
      {spending.ledger === 'damaged' ? (
        <Damaged onBegin={onBeginLedger} />
      ) : (
        <Sums spending={spending} settings={settings} />
      )}
      {spending.unsure > 0 && (
        <div className="setting-text">{strings.unsure(priceInWords({ dollars: spending.unsure }))}</div>
      )}
      <div className="setting-field">
        <span className="setting-label strong">{strings.client}</span>
        <TextFieldOf label={strings.client} placeholder={strings.clientHint} className="field" field={name} />
      </div>
      <div className="section-head section-tight">
        <h2 className="section-title">{strings.caps}</h2>
      </div>
      {capNames.map((cap) => (
        <Cap key={cap} cap={cap} value={caps[cap]} onTake={(taken) => onChange({ caps: { ...caps, [cap]: taken } })} />
      ))}
      <div className="setting-text">{strings.capsText}</div>
    </div>
  );
}

function Sums({ spending, settings: { caps, client } }: Pick<SpendingViewProps, 'spending' | 'settings'>) {
  return (
    <>
      <Line name={strings.today} spent={spending.day} cap={caps.day} />
      <Line name={client === '' ? strings.noClient : client} spent={spending.client} cap={caps.client} />
      <Line name={strings.thisMonth} spent={spending.month} cap={undefined} />
    </>
  );
}

function Damaged({ onBegin }: { readonly onBegin: () => void }) {
  return (
    <>
      <div className="setting-text">{strings.ledgerDamaged}</div>
      <div className="section-tight wrap">
        <ActionButton className="" title={strings.beginLedgerTitle} onPress={onBegin}>
          {strings.beginLedger}
        </ActionButton>
      </div>
    </>
  );
}

type CapName = keyof Settings['caps'];

const capNames: readonly CapName[] = ['call', 'day', 'client'];

function asName(typed: string): string | undefined {
  return typed.trim().slice(0, 80);
}

interface LineProps {
  readonly name: string;
  readonly spent: number;
  readonly cap: number | undefined;
}

function Line({ name, spent, cap }: LineProps) {
  const sum = spent === 0 ? strings.spentNothing : priceInWords({ dollars: spent });
  return (
    <div className="ledger-line">
      <span className="ledger-name one-line">{name}</span>
      {cap !== undefined && cap > 0 && <Progress label={name} share={Math.min(1, spent / cap)} />}
      <span className="ledger-sum">{cap === undefined ? sum : strings.sumOfCap(sum, strings.dollars(cap))}</span>
    </div>
  );
}

interface CapProps {
  readonly cap: CapName;
  readonly value: number | undefined;
  readonly onTake: (value: number | undefined) => void;
}

function Cap({ cap, value, onTake }: CapProps) {
  const field = useFieldText(value, optional(dollars(strings.dollars)), onTake);
  return (
    <div className="setting-field">
      <span className="setting-label">{strings.capNames[cap]}</span>
      <TextFieldOf
        label={strings.capLabel(strings.capNames[cap])}
        placeholder={strings.noCap}
        className="field"
        field={field}
      />
    </div>
  );
}
