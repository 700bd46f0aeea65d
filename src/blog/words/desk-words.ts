import type { DeskField, PictureField } from '../desk-form.ts';
import type { Kind } from '../post.ts';

/** The words of the author's desk. A language that lacks one does not type-check. */
export interface DeskWords {
  title: string;
  intro: string;
  footer: string;
  toHelp: string;
  toReply: string;
  without: string;
  withoutSteps: readonly string[];
  newFile: string;
  drafts: string;
  draftsSay: string;
  untitled: string;
  save: string;
  newDraft: string;
  deleteDraft: string;
  deleteSure: string;
  kept: string;
  notKept: string;
  elsewhere: string;
  what: string;
  kinds: Record<Kind, string>;
  field: Record<DeskField | PictureField | 'folder', string>;
  /** What to write in a field, where the schema's sentence is in another language or about files. */
  hint: Partial<Record<DeskField, string>>;
  optional: string;
  choose: string;
  more: string;
  published: string;
  publishedSay: string;
  draftTick: string;
  responsesAre: Record<'open' | 'closed', string>;
  folderSays: string;
  tagFilter: string;
  tagNone: string;
  text: string;
  textSays: string;
  tools: string;
  tool: Record<'bold' | 'italic' | 'heading' | 'link' | 'list' | 'quote' | 'note', string>;
  questions: string;
  questionsSay: string;
  question: string;
  addQuestion: string;
  removeQuestion: string;
  pictures: string;
  picturesSay: string;
  choosePictures: string;
  intoText: string;
  isCover: string;
  removePicture: string;
  pictureUnread: string;
  pictureTaken: string;
  check: string;
  allWell: string;
  errors: string;
  warnings: string;
  loading: string;
  failed: string;
  goThere: string;
  advice: string;
  preview: string;
  previewSays: string;
  handIn: string;
  handInFirst: string;
  onGithub: string;
  onGithubSays: string;
  tooLong: string;
  tooLongSteps: readonly string[];
  withPictures: string;
  download: string;
  downloadSays: string;
  noRepository: string;
  upload: string;
  uploadSteps: readonly string[];
  uploadPage: string;
  copy: string;
  copied: string;
  notCopied: string;
  source: string;
  reply: string;
  replyIntro: string;
  toPost: string;
  post: string;
  name: string;
  nameSays: string;
  role: string;
  roleSays: string;
  day: string;
  answersQuestion: string;
  answersResponse: string;
  none: string;
  replyText: string;
  addressesGone: string;
  agreed: string;
  agreedFirst: string;
  replyNew: string;
  replyOld: string;
  replyOldSteps: readonly string[];
  entry: string;
}

const en: DeskWords = {
  title: 'Write for the blog',
  intro:
    'Write here, see how it will look, and hand it in. Nothing is published before a coordinator has read it.',
  footer: 'Write for the blog',
  toHelp: 'Help: your first post, every field, every message',
  toReply: 'File a reply that came by mail',
  without:
    'This desk needs scripts, and they are not there, or still on their way. You can write on GitHub instead:',
  withoutSteps: [
    'Open the page for a new file on GitHub. You need an account there; it costs nothing.',
    'Type the name of the file: year, month and a word or two, then /index.mdx, like 2026-09-leadership/index.mdx.',
    'Write the fields and your text as CONTRIBUTING.md shows them.',
    'Choose "Commit changes", then "Propose changes". A check reads your post and tells you what to mend.',
  ],
  newFile: 'Open the page for a new file on GitHub',
  drafts: 'Your drafts',
  draftsSay: 'They stay in this browser, on this device, until you delete them.',
  untitled: 'Without a title',
  save: 'Save',
  newDraft: 'New draft',
  deleteDraft: 'Delete this draft',
  deleteSure: 'Delete this draft for ever?',
  kept: 'Saved in this browser.',
  notKept: 'This browser keeps nothing. Download your post before you close the page.',
  elsewhere: 'This draft was changed in another tab of this browser. Reload the page to see it.',
  what: 'What is it?',
  kinds: {
    discussion: 'A discussion with questions',
    update: 'An update from the program',
    story: 'A story by a guest',
  },
  field: {
    kind: 'Kind',
    title: 'Title',
    month: 'Month',
    round: 'Round',
    date: 'Day of publishing',
    summary: 'Summary',
    tags: 'Tags',
    authors: 'Who wrote it',
    folder: 'Address',
    lang: 'Language',
    follows: 'Follows up',
    alt: 'What it shows',
    caption: 'Words under it',
    credit: 'Who made it',
    licence: 'Licence',
    source: 'Where it was found',
    cover: 'Picture at the top',
    draft: 'Draft',
    translationOf: 'Translation of',
    responses: 'Responses',
    responsesClosed: 'Closed since',
    updated: 'Day of the change',
    correction: 'What was corrected',
    formerly: 'Earlier addresses',
    guid: 'Feed id',
    withdrawn: 'Why it is gone',
  },
  hint: {
    month: 'The month to which the discussion belongs.',
    round: '',
    date: 'A later day schedules it: it comes out by itself, at nine in the morning in the time zone of the program.',
    lang: "A code like es, ar or zh-Hans, if it is not the site's language.",
    follows: 'The discussion that this post follows up.',
    translationOf: 'The post of which this is a translation.',
    responses: '',
    responsesClosed: 'The day since when nobody can answer any more.',
    correction: 'In a sentence; it stands above the text, with the day of the change.',
    formerly: 'Folder names that it had before, the oldest first. Each still leads here.',
  },
  optional: 'may be empty',
  choose: 'Choose …',
  more: 'Address, language, licence and more',
  published: 'For a post that is published already',
  publishedSay: 'A new post needs none of these.',
  draftTick: 'Not to be published yet',
  responsesAre: { open: 'open', closed: 'closed' },
  folderSays: 'The last part of the address. It stays for ever.',
  tagFilter: 'Find a tag',
  tagNone: 'No tag has these letters. A coordinator can add one to content/tags.yaml.',
  text: 'Your text',
  textSays: 'An empty line begins a new paragraph.',
  tools: 'Format',
  tool: {
    bold: 'Bold',
    italic: 'Italic',
    heading: 'Heading',
    link: 'Link',
    list: 'List',
    quote: 'Quotation',
    note: 'Note',
  },
  questions: 'The questions',
  questionsSay: 'One in each line. The site numbers them. They stand in your text, too.',
  question: 'Question',
  addQuestion: 'Add a question',
  removeQuestion: 'Remove',
  pictures: 'Pictures',
  picturesSay:
    'Drop pictures here. They are made smaller, and what they say about the place where they were taken is removed.',
  choosePictures: 'Choose pictures',
  intoText: 'Put into the text',
  isCover: 'Show at the top of the post',
  removePicture: 'Remove',
  pictureUnread: 'This file cannot be read as a picture.',
  pictureTaken: 'Added:',
  check: 'Is it all there?',
  allWell: 'All is well. You can hand it in.',
  errors: 'Still to do:',
  warnings: 'Advice:',
  loading: 'Reading the rules …',
  failed: 'The rules cannot be loaded just now. You can write on; reload the page later.',
  goThere: 'Go there',
  advice: 'Advice',
  preview: 'How it will look',
  previewSays: 'Your title and text appear here as you write.',
  handIn: 'Hand it in',
  handInFirst: 'There is still something to do above. The check on GitHub would stop there, too.',
  onGithub: 'Open as pull request on GitHub',
  onGithubSays:
    'GitHub opens with everything filled in. Choose "Commit changes", then "Propose changes". If you may not write there, GitHub offers you a copy first: accept it.',
  tooLong: 'Your text is too long to travel in an address. It has been copied instead.',
  tooLongSteps: [
    'Open the page for a new file on GitHub. The name is filled in.',
    'Click into the large empty box and paste (Ctrl+V, on a Mac ⌘V).',
    'Choose "Commit changes", then "Propose changes".',
  ],
  withPictures: 'Your post has pictures, and GitHub takes those as files: use the download.',
  download: 'Download',
  downloadSays: 'The folder of the post with its pictures, as a zip file.',
  noRepository:
    'This blog has not said where on GitHub it lives. Download the post and send it to the coordinators.',
  upload: 'How to hand in the folder',
  uploadSteps: [
    'Unpack the zip file. A folder comes out.',
    'Open the upload page on GitHub and drag the folder into the box.',
    'Below the box, choose "Propose changes".',
  ],
  uploadPage: 'Open the upload page on GitHub',
  copy: 'Copy the text',
  copied: 'Copied.',
  notCopied: 'This browser does not copy. Select the text below and copy it.',
  source: 'The file as it will be handed in',
  reply: 'File a reply that came by mail',
  replyIntro: 'The reply then stands under the post, with the others. No mail address is kept.',
  toPost: 'Write a post',
  post: 'Post',
  name: 'Name',
  nameSays: 'As the sender agreed to be named.',
  role: 'Role or place',
  roleSays: 'In a few words.',
  day: 'The day it came',
  answersQuestion: 'Which question it answers',
  answersResponse: 'Whom it answers',
  none: 'None',
  replyText: 'The words of the reply',
  addressesGone: 'Mail addresses are taken out: [address].',
  agreed: 'The sender agreed to be published under this name.',
  agreedFirst: 'Ask the sender first, and tick the box when they have agreed.',
  replyNew:
    'GitHub opens with everything filled in. Choose "Commit changes", then "Propose changes".',
  replyOld: 'Copy and open on GitHub',
  replyOldSteps: [
    'The entry has been copied. The page for changing the file opens on GitHub.',
    'Click below the last line there and paste (Ctrl+V, on a Mac ⌘V).',
    'Choose "Commit changes", then "Propose changes".',
  ],
  entry: 'The entry as it will be filed',
};

const es: DeskWords = {
  title: 'Escribir para el blog',
  intro:
    'Escriba aquí, vea cómo quedará y entréguelo. Nada se publica antes de que lo lea una persona de la coordinación.',
  footer: 'Escribir para el blog',
  toHelp: 'Ayuda (en inglés): la primera entrada, cada campo, cada mensaje',
  toReply: 'Archivar una respuesta llegada por correo',
  without:
    'Este escritorio necesita scripts y no los hay, o aún están en camino. Puede escribir en GitHub:',
  withoutSteps: [
    'Abra en GitHub la página para un archivo nuevo. Hace falta una cuenta, que es gratuita.',
    'Escriba el nombre del archivo: año, mes y una o dos palabras, y después /index.mdx, como en 2026-09-liderazgo/index.mdx.',
    'Escriba los campos y el texto como los muestra CONTRIBUTING.md.',
    'Elija «Commit changes» y después «Propose changes». Una revisión lee la entrada y dice qué corregir.',
  ],
  newFile: 'Abrir en GitHub la página para un archivo nuevo',
  drafts: 'Sus borradores',
  draftsSay: 'Se quedan en este navegador, en este dispositivo, hasta que los borre.',
  untitled: 'Sin título',
  save: 'Guardar',
  newDraft: 'Borrador nuevo',
  deleteDraft: 'Borrar este borrador',
  deleteSure: '¿Borrar este borrador para siempre?',
  kept: 'Guardado en este navegador.',
  notKept: 'Este navegador no guarda nada. Descargue la entrada antes de cerrar la página.',
  elsewhere: 'Este borrador se cambió en otra ventana. Vuelva a cargar la página para verlo.',
  what: '¿Qué es?',
  kinds: {
    discussion: 'Un debate con preguntas',
    update: 'Una noticia del programa',
    story: 'Una historia de una persona invitada',
  },
  field: {
    kind: 'Tipo',
    title: 'Título',
    month: 'Mes',
    round: 'Ronda',
    date: 'Día de publicación',
    summary: 'Resumen',
    tags: 'Etiquetas',
    authors: 'Quién lo escribió',
    folder: 'Dirección',
    lang: 'Idioma',
    follows: 'Continúa',
    alt: 'Qué muestra',
    caption: 'Palabras al pie',
    credit: 'Quién la hizo',
    licence: 'Licencia',
    source: 'Dónde se encontró',
    cover: 'Imagen del comienzo',
    draft: 'Borrador',
    translationOf: 'Traducción de',
    responses: 'Respuestas',
    responsesClosed: 'Cerradas desde',
    updated: 'Día del cambio',
    correction: 'Qué se corrigió',
    formerly: 'Direcciones anteriores',
    guid: 'Identificador en los canales',
    withdrawn: 'Por qué ya no está',
  },
  hint: {
    title: 'Puede volver a usarse en otra ronda.',
    month: 'El mes al que pertenece el debate.',
    round: '',
    date: 'Con un día futuro queda programada: sale sola, a las nueve de la mañana en la zona horaria del programa.',
    summary: 'Una o dos frases, que se ven en las listas, los canales y las búsquedas.',
    lang: 'Un código como en, ar o zh-Hans, si no es el idioma del sitio.',
    follows: 'El debate que esta entrada continúa.',
    translationOf: 'La entrada de la que esta es traducción.',
    licence: 'La licencia del texto, si no es la del programa.',
    responses: '',
    responsesClosed: 'El día desde el que ya no se puede responder.',
    updated: 'El día de un cambio de verdad; se avisa a quienes leen.',
    correction: 'En una frase; aparece encima del texto, con el día del cambio.',
    formerly:
      'Nombres de carpeta que tuvo antes, el más antiguo primero. Cada uno sigue llevando aquí.',
    guid: 'El identificador de una entrada importada. No se cambia nunca.',
    withdrawn: 'La dirección se queda, y lo dice.',
  },
  optional: 'puede quedar vacío',
  choose: 'Elija …',
  more: 'Dirección, idioma, licencia y más',
  published: 'Para una entrada ya publicada',
  publishedSay: 'Una entrada nueva no necesita nada de esto.',
  draftTick: 'No publicar todavía',
  responsesAre: { open: 'abiertas', closed: 'cerradas' },
  folderSays: 'La última parte de la dirección. Se queda para siempre.',
  tagFilter: 'Buscar una etiqueta',
  tagNone:
    'Ninguna etiqueta tiene esas letras. La coordinación puede añadir una en content/tags.yaml.',
  text: 'Su texto',
  textSays: 'Una línea vacía comienza un párrafo nuevo.',
  tools: 'Formato',
  tool: {
    bold: 'Negrita',
    italic: 'Cursiva',
    heading: 'Título',
    link: 'Enlace',
    list: 'Lista',
    quote: 'Cita',
    note: 'Nota',
  },
  questions: 'Las preguntas',
  questionsSay: 'Una en cada línea. El sitio las numera. También están en su texto.',
  question: 'Pregunta',
  addQuestion: 'Añadir una pregunta',
  removeQuestion: 'Quitar',
  pictures: 'Imágenes',
  picturesSay:
    'Suelte aquí las imágenes. Se reducen, y se les quita lo que dicen del lugar en que se tomaron.',
  choosePictures: 'Elegir imágenes',
  intoText: 'Poner en el texto',
  isCover: 'Mostrar al comienzo de la entrada',
  removePicture: 'Quitar',
  pictureUnread: 'Este archivo no se puede leer como imagen.',
  pictureTaken: 'Añadida:',
  check: '¿Está todo?',
  allWell: 'Todo está bien. Puede entregarlo.',
  errors: 'Falta por hacer:',
  warnings: 'Consejos:',
  loading: 'Leyendo las reglas …',
  failed:
    'Ahora no se pueden cargar las reglas. Siga escribiendo y vuelva a cargar la página después.',
  goThere: 'Ir allí',
  advice: 'Consejo',
  preview: 'Cómo quedará',
  previewSays: 'Aquí aparecen el título y el texto mientras escribe.',
  handIn: 'Entregar',
  handInFirst: 'Todavía falta algo más arriba. La revisión de GitHub también se detendría ahí.',
  onGithub: 'Abrir como pull request en GitHub',
  onGithubSays:
    'GitHub se abre con todo escrito. Elija «Commit changes» y después «Propose changes». Si no puede escribir allí, GitHub le ofrece antes una copia: acéptela.',
  tooLong: 'El texto es demasiado largo para viajar en una dirección. Se ha copiado.',
  tooLongSteps: [
    'Abra en GitHub la página para un archivo nuevo. El nombre ya está escrito.',
    'Haga clic en el recuadro grande y vacío y pegue (Ctrl+V, en un Mac ⌘V).',
    'Elija «Commit changes» y después «Propose changes».',
  ],
  withPictures: 'La entrada tiene imágenes y GitHub las recibe como archivos: use la descarga.',
  download: 'Descargar',
  downloadSays: 'La carpeta de la entrada con sus imágenes, como archivo zip.',
  noRepository:
    'Este blog no dice en qué lugar de GitHub vive. Descargue la entrada y envíela a la coordinación.',
  upload: 'Cómo entregar la carpeta',
  uploadSteps: [
    'Descomprima el archivo zip. Sale una carpeta.',
    'Abra la página de carga de GitHub y arrastre la carpeta al recuadro.',
    'Debajo del recuadro, elija «Propose changes».',
  ],
  uploadPage: 'Abrir la página de carga de GitHub',
  copy: 'Copiar el texto',
  copied: 'Copiado.',
  notCopied: 'Este navegador no copia. Seleccione el texto de abajo y cópielo.',
  source: 'El archivo tal como se entrega',
  reply: 'Archivar una respuesta llegada por correo',
  replyIntro: 'La respuesta queda bajo la entrada, con las demás. No se guarda ningún correo.',
  toPost: 'Escribir una entrada',
  post: 'Entrada',
  name: 'Nombre',
  nameSays: 'Como la persona aceptó que se la nombre.',
  role: 'Función o lugar',
  roleSays: 'En pocas palabras.',
  day: 'El día en que llegó',
  answersQuestion: 'A qué pregunta responde',
  answersResponse: 'A quién responde',
  none: 'Ninguna',
  replyText: 'Las palabras de la respuesta',
  addressesGone: 'Las direcciones de correo se quitan: [address].',
  agreed: 'La persona aceptó que se publique con este nombre.',
  agreedFirst: 'Pregunte primero a la persona y marque la casilla cuando haya aceptado.',
  replyNew: 'GitHub se abre con todo escrito. Elija «Commit changes» y después «Propose changes».',
  replyOld: 'Copiar y abrir en GitHub',
  replyOldSteps: [
    'La respuesta se ha copiado. En GitHub se abre la página para cambiar el archivo.',
    'Haga clic debajo de la última línea y pegue (Ctrl+V, en un Mac ⌘V).',
    'Elija «Commit changes» y después «Propose changes».',
  ],
  entry: 'La respuesta tal como se archiva',
};

const LANGUAGES: Readonly<Record<string, DeskWords>> = { en, es };

/** The desk's words in a language, by the first part of its tag; English where there are none. */
export function deskWords(language: string): DeskWords {
  return LANGUAGES[language.split('-')[0]?.toLowerCase() ?? ''] ?? en;
}
