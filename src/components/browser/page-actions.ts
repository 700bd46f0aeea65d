class CopyButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    if (!button || !navigator.clipboard) return;
    const words = button.textContent;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(this.dataset['text'] ?? location.href);
      button.textContent = this.dataset['copied'] ?? words;
      setTimeout(() => {
        button.textContent = words;
      }, 3000);
    });
    this.hidden = false;
  }
}

class PrintButton extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => print());
    this.hidden = false;
  }
}

customElements.define('copy-button', CopyButton);
customElements.define('print-button', PrintButton);
