import type { Desk } from '../desk';
import { photographs } from '../photographs';

/** Where nothing is open: what can be opened. */
export function Welcome({ desk }: { readonly desk: Desk }) {
  return (
    <div className="welcome">
      <h1 className="welcome-title">Drop a PSD, PNG or JPEG here</h1>
      <p className="welcome-text">
        Or start with a photograph. Select something, press Run in the panel, and place the result as a new layer. What
        you open stays on this computer.
      </p>
      <div className="cards">
        {photographs.map((photograph) => (
          <button
            key={photograph.file}
            type="button"
            className="card"
            onClick={() => void desk.openPhotograph(photograph)}
          >
            <img className="card-picture" src={`/photos/${photograph.file}`} alt="" draggable={false} />
            <span className="card-title">{photograph.title}</span>
            <span className="card-credit">{photograph.credit}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
