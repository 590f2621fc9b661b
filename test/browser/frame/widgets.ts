import { ActionButton } from '@spectrum-web-components/action-button';
import { Button } from '@spectrum-web-components/button';
import { Checkbox } from '@spectrum-web-components/checkbox';
import { ProgressBar } from '@spectrum-web-components/progress-bar';
import { Slider } from '@spectrum-web-components/slider';
import '@spectrum-web-components/slider/sp-slider-handle.js';
import type { CSSResultArray, PropertyValues } from '@spectrum-web-components/base';
import { Textfield } from '@spectrum-web-components/textfield';
import '@spectrum-web-components/theme/sp-theme.js';
import '@spectrum-web-components/theme/src/themes.js';

// UXP's built-in widgets under their own tags. Where Spectrum's component differs from UXP's, it is mapped here.

/** Only the next step is filled, the others have an outline. */
class UxpButton extends Button {
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'variant') this.setAttribute('treatment', value === 'cta' || value === 'accent' ? 'fill' : 'outline');
  }
}

/** Photoshop's controls are 24 pixels high. */
class UxpActionButton extends ActionButton {
  override connectedCallback(): void {
    super.connectedCallback();
    this.size = 's';
  }
}

class UxpCheckbox extends Checkbox {
  override connectedCallback(): void {
    super.connectedCallback();
    this.size = 's';
  }
}

/** Native fields fill their box, cannot be resized by hand, and show a placeholder paler than text. */
const fieldLooks = new CSSStyleSheet();
fieldLooks.replaceSync(`
  #textfield#textfield { inline-size: 100%; block-size: 100%; }
  :host([multiline]) #textfield#textfield { grid-template-rows: 0 1fr 0; }
  #textfield#textfield .input { resize: none; padding-block: 0; line-height: 22px; }
  #textfield#textfield textarea.input { block-size: 100%; padding-block: 4px; line-height: 16px; }
  #textfield#textfield .input.input::placeholder { color: var(--host-text-secondary); font-style: normal; }
`);

/** The name that assistive technology reads stands in `aria-label`. */
class UxpTextfield extends Textfield {
  static override get styles(): CSSResultArray {
    return [...super.styles, fieldLooks];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.size = 's';
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'aria-label'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'aria-label') this.label = value ?? '';
  }
}

class UxpTextarea extends UxpTextfield {
  override connectedCallback(): void {
    super.connectedCallback();
    this.multiline = true;
  }
}

const sliderLooks = new CSSStyleSheet();
sliderLooks.replaceSync(':host([show-value="false"]) #label-container { display: none; }');

/** The value is shown above the track, unless `show-value` says otherwise. */
class UxpSlider extends Slider {
  static override get styles(): CSSResultArray {
    return [...super.styles, sliderLooks];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.size = 's';
  }

  override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    for (const input of this.renderRoot.querySelectorAll('input')) {
      input.removeAttribute('aria-labelledby');
      input.setAttribute('aria-label', this.getAttribute('aria-label') ?? '');
    }
  }
}

/** `value` of `max`, where Spectrum has a percentage. */
class UxpProgressbar extends ProgressBar {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'value', 'max'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'value' || name === 'max') this.progress = (100 * this.figure('value', 0)) / this.figure('max', 100);
  }

  private figure(attribute: string, otherwise: number): number {
    const value = Number.parseFloat(this.getAttribute(attribute) ?? '');
    return Number.isFinite(value) ? value : otherwise;
  }
}

const widgets = {
  'sp-button': UxpButton,
  'sp-action-button': UxpActionButton,
  'sp-checkbox': UxpCheckbox,
  'sp-textfield': UxpTextfield,
  'sp-textarea': UxpTextarea,
  'sp-progressbar': UxpProgressbar,
  'sp-slider': UxpSlider,
};

for (const [tag, widget] of Object.entries(widgets)) customElements.define(tag, widget);
