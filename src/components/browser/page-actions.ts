class CopyAddress extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    if (!button || !navigator.clipboard) return;
    const words = button.textContent;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(this.dataset['address'] ?? location.href);
      button.textContent = this.dataset['done'] ?? words;
      setTimeout(() => {
        button.textContent = words;
      }, 3000);
    });
    this.hidden = false;
  }
}

class PrintPage extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => print());
    this.hidden = false;
  }
}

customElements.define('copy-address', CopyAddress);
customElements.define('print-page', PrintPage);
