import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitizeText } from '../../../core/text/sanitize-text.ts';
import { readPastedEmail } from '../../../responses/pasted-email.ts';

const POST = '2013-05-water';
const QUESTIONS = ['What do you do when it does not rain?', 'Who carries the water?'];

/** What people and their programs write in a language. */
interface Language {
  labels: { name: string; place: string; consent: string };
  yes: string;
  no: string;
  question: string;
  answer: string;
  closing: string;
  name: string;
  wrote: string;
  /** From, Sent, To, Subject. */
  head: readonly [string, string, string, string];
  sentFrom: string;
  disclaimer: string;
}

const LANGUAGES: Record<string, Language> = {
  English: {
    labels: {
      name: 'Name',
      place: 'Library and country',
      consent: 'May we publish this under that name? (yes or no)',
    },
    ...{ yes: 'Yes, please', no: 'no', question: 'Question 2:' },
    answer: 'We share one well.\nMy sister carries most of it.',
    ...{ closing: 'Kind regards,', name: "Aoife O'Neill", sentFrom: 'Sent from my iPhone' },
    wrote: 'On Mon, 6 May 2013 at 10:12, Garden Exchange <replies@gardens.example> wrote:',
    head: ['From', 'Sent', 'To', 'Subject'],
    disclaimer:
      'This email and any attachments are confidential and meant for the addressee alone.',
  },
  Spanish: {
    labels: {
      name: 'Nombre',
      place: 'Biblioteca y país',
      consent: '¿Podemos publicarlo con ese nombre? (sí o no)',
    },
    ...{ yes: 'Sí', no: 'No', question: 'Pregunta 2:' },
    answer: 'Compartimos un pozo.\nMi hermana lleva casi toda el agua.',
    ...{ closing: 'Un saludo cordial,', name: 'María Ibáñez', sentFrom: 'Enviado desde mi Huawei' },
    wrote: 'El lun, 6 may 2013 a las 10:12, Garden Exchange (<replies@gardens.example>) escribió:',
    head: ['De', 'Enviado', 'Para', 'Asunto'],
    disclaimer: 'Este mensaje es confidencial y se dirige solo a su destinatario.',
  },
  French: {
    labels: {
      name: 'Nom',
      place: 'Bibliothèque et pays',
      consent: 'Pouvons-nous publier ce texte sous ce nom ? (oui ou non)',
    },
    ...{ yes: 'Oui, merci.', no: 'Non', question: 'Question 2 :' },
    answer: 'Nous partageons un puits.\nMa sœur en porte la plus grande part.',
    ...{ closing: 'Bien cordialement,', name: 'Chloé Béranger', sentFrom: 'Envoyé de mon iPad' },
    wrote: 'Le lun. 6 mai 2013 à 10:12, Garden Exchange <replies@gardens.example> a écrit :',
    head: ['De', 'Envoyé', 'À', 'Objet'],
    disclaimer: 'Ce message et ses pièces jointes sont confidentiels.',
  },
  German: {
    labels: {
      name: 'Name',
      place: 'Bibliothek und Land',
      consent: 'Dürfen wir das unter diesem Namen veröffentlichen? (ja oder nein)',
    },
    ...{ yes: 'ja', no: 'nein', question: 'Frage 2:' },
    answer: 'Wir teilen einen Brunnen.\nMeine Schwester trägt das meiste.',
    ...{ closing: 'Mit freundlichen Grüßen', name: 'Jörg Weiß' },
    sentFrom: 'Von meinem iPhone gesendet',
    wrote: 'Am 06.05.2013 um 10:12 schrieb Garden Exchange <replies@gardens.example>:',
    head: ['Von', 'Gesendet', 'An', 'Betreff'],
    disclaimer: 'Diese E-Mail ist vertraulich und nur für den Empfänger bestimmt.',
  },
  Portuguese: {
    labels: {
      name: 'Nome',
      place: 'Biblioteca e país',
      consent: 'Podemos publicar com esse nome? (sim ou não)',
    },
    ...{ yes: 'Sim!', no: 'Não', question: 'Pergunta 2:' },
    answer: 'Partilhamos um poço.\nA minha irmã leva quase tudo.',
    ...{ closing: 'Com os melhores cumprimentos,', name: 'Inês Simões' },
    sentFrom: 'Enviado do meu iPhone',
    wrote:
      'Em seg., 6 de mai. de 2013 às 10:12, Garden Exchange <replies@gardens.example> escreveu:',
    head: ['De', 'Enviada', 'Para', 'Assunto'],
    disclaimer: 'Esta mensagem é confidencial.',
  },
  Arabic: {
    labels: {
      name: 'الاسم',
      place: 'المكتبة والبلد',
      consent: 'هل تسمح بنشر هذا بهذا الاسم؟ (نعم أو لا)',
    },
    ...{ yes: 'نعم', no: 'لا', question: 'السؤال ٢:' },
    answer: 'نتشارك بئراً واحدة.\nأختي تحمل معظم الماء.',
    ...{ closing: 'مع أطيب التحيات،', name: 'ليلى حداد', sentFrom: 'أرسلت من هاتفي' },
    wrote: 'في الاثنين، ٦ مايو ٢٠١٣ في ١٠:١٢ كتب Garden Exchange <replies@gardens.example>:',
    head: ['من', 'تاريخ الإرسال', 'إلى', 'الموضوع'],
    disclaimer: 'هذه الرسالة سرية ومخصصة للمرسل إليه فقط.',
  },
  Russian: {
    labels: {
      name: 'Имя',
      place: 'Библиотека и страна',
      consent: 'Можно ли опубликовать это под этим именем? (да или нет)',
    },
    ...{ yes: 'Да', no: 'Нет', question: 'Вопрос 2:' },
    answer: 'У нас один колодец.\nБольше всех носит моя сестра.',
    ...{ closing: 'С уважением,', name: 'Ольга Петрова', sentFrom: 'Отправлено с iPhone' },
    wrote: '6 мая 2013 г., в 10:12, Garden Exchange <replies@gardens.example> написал(а):',
    head: ['От', 'Отправлено', 'Кому', 'Тема'],
    disclaimer: 'Данное сообщение является конфиденциальным.',
  },
  Chinese: {
    labels: {
      name: '姓名',
      place: '图书馆和国家',
      consent: '我们可以用这个名字发表吗?(是或否)',
    },
    ...{ yes: '可以。', no: '否', question: '问题 2:' },
    answer: '我们共用一口井。\n我姐姐挑的水最多。',
    ...{ closing: '此致', name: '王小芳', sentFrom: '发自我的 iPhone' },
    wrote: '在 2013年5月6日,10:12,Garden Exchange <replies@gardens.example> 写道:',
    head: ['发件人', '发送时间', '收件人', '主题'],
    disclaimer: '此邮件仅供收件人阅读。',
  },
  Japanese: {
    labels: {
      name: '名前',
      place: '図書館と国',
      consent: 'この名前で掲載してよいですか?(はい・いいえ)',
    },
    ...{ yes: 'はい', no: 'いいえ', question: '質問 2:' },
    answer: '井戸を一つ共有しています。\n水は姉がいちばん多く運びます。',
    ...{ closing: 'よろしくお願いいたします。', name: '佐藤花子', sentFrom: 'iPhoneから送信' },
    wrote: '2013年5月6日(月) 10:12 Garden Exchange <replies@gardens.example>:',
    head: ['差出人', '送信日時', '宛先', '件名'],
    disclaimer: 'このメールは機密です。',
  },
  Turkish: {
    labels: {
      name: 'Ad',
      place: 'Kütüphane ve ülke',
      consent: 'Bunu bu adla yayımlayabilir miyiz? (evet ya da hayır)',
    },
    ...{ yes: 'Evet', no: 'Hayır', question: 'Q2:' },
    answer: 'Tek bir kuyuyu paylaşıyoruz.\nSuyun çoğunu kız kardeşim taşır.',
    ...{
      closing: 'Saygılarımla,',
      name: 'Gülşah Işık',
      sentFrom: 'iPhone telefonumdan gönderildi',
    },
    wrote: 'Garden Exchange <replies@gardens.example>, 6 May 2013 Pzt, 10:12 tarihinde şunu yazdı:',
    head: ['Kimden', 'Gönderildi', 'Kime', 'Konu'],
    disclaimer: 'Bu e-posta gizlidir.',
  },
};

const labels = Object.values(LANGUAGES).map((language) => language.labels);
const setting = {
  labels,
  questionsOf: (id: string) => (id === POST ? QUESTIONS : undefined),
};
const read = (mail: string) => readPastedEmail(mail, setting);

const subject = `Re: [${POST}] Water`;
const filled = ({ labels, name }: Language, consent: string) =>
  `—\n${labels.name}: ${name}\n${labels.place}: Cork\n${labels.consent}: ${consent}`;

describe.each(Object.entries(LANGUAGES))('a mail in %s', (_, language) => {
  const { question, answer, closing, name, wrote, head, sentFrom, disclaimer } = language;
  const ask = `${question} ${QUESTIONS[1]}`;
  const whole = { text: answer, name, role: 'Cork', question: 2, post: POST };

  test('from the page, written on a telephone, filled in', () => {
    const mail = `${head[3]}: [${POST}] Water\n${head[0]}: ${name} <ana@mail.example>\n\n${ask}\n\n${answer}\n\n${filled(language, language.yes)}\n\n${sentFrom}\n`;
    expect(read(mail)).toMatchObject({ ...whole, agreed: true });
  });

  test('as an answer above a quoted mail', () => {
    const quoted = '> Dear readers,\n> what do you do?\n>\n> The coordinators';
    const mail = `${head[3]}: ${subject}\n\n${question}\n${answer}\n\n${closing}\n${name}\nTel. +353 21 555 0100\n\n${wrote}\n\n${quoted}\n`;
    expect(read(mail)).toMatchObject({ text: answer, name, question: 2, post: POST });
    expect(read(mail).agreed).toBeUndefined();
    expect(read(mail).leftOut).toContain('Tel. +353 21 555 0100');
  });

  test('from a program that shows a head over the mail it answers, with a disclaimer', () => {
    const older = `${head[0]}: Garden Exchange <replies@gardens.example>\n${head[1]}: 6 May 2013 10:12\n${head[2]}: ${name}\n${head[3]}: Water\n\nDear readers, what do you do?`;
    const mail = `${head[0]}: ${name} <ana@mail.example>\n${head[1]}: Tue, 7 May 2013 09:00:00 +0000\n${head[3]}: ${subject}\n\n${answer}\n\n${filled(language, language.no)}\n\n${disclaimer}\nIt goes on for lines.\n\n${older}\n`;
    const { question: _question, ...rest } = whole;
    expect(read(mail)).toMatchObject({
      ...{ ...rest, agreed: false },
      sent: new Date('2013-05-07T09:00:00Z'),
    });
  });

  test('below the lines that it answers, with no name for it and a condition', () => {
    const condition = `${language.yes} – 1 × *`;
    const mail = `${wrote}\n> Who carries the water?\n\n${answer}\n\n${filled({ ...language, name: '' }, condition)}\n-- \n${name}\nhttps://library.example\n`;
    const found = read(mail);
    expect(found).toMatchObject({ text: answer, role: 'Cork' });
    expect(found.consent).toContain('1 ×');
    expect(found.agreed).toBeUndefined();
  });
});

test.each([
  [
    'a forwarded mail',
    `---------- Forwarded message ---------\nFrom: Ana <ana@mail.example>\nDate: Mon, 6 May 2013 10:12:00 +0200\nSubject: [${POST}] Water\nTo: <replies@gardens.example>\n\nWe dig.`,
    'We dig.',
  ],
  ['a subject alone', `[${POST}] Water\n\nWe dig.`, 'We dig.'],
  [
    'an introduction over two lines',
    'We dig.\n\nOn Mon, 6 May 2013 at 10:12, Garden Exchange\n<replies@gardens.example> wrote:\n> What do you do?',
    'We dig.',
  ],
  ['an original message', 'We dig.\n\n-----Original Message-----\nWhat do you do?', 'We dig.'],
  [
    'words between quoted lines',
    '> What do you do?\nWe dig.\n> And who carries?\nI do.',
    'We dig.\nI do.',
  ],
  [
    'lines that a program has broken',
    'We dig every spring, when the ground is still soft enough for the spade,\nand carry the earth away in baskets to the far end of the field beyond\nthe road.\n\nThen we wait.',
    'We dig every spring, when the ground is still soft enough for the spade, and carry the earth away in baskets to the far end of the field beyond the road.\n\nThen we wait.',
  ],
  ['a poem', 'We dig,\nwe wait,\nwe drink.', 'We dig,\nwe wait,\nwe drink.'],
  ['a list', '- We dig.\n- We wait.', '- We dig.\n- We wait.'],
  [
    'a sentence that ends with a colon',
    'My teacher wrote:\nDig where you stand.',
    'My teacher wrote:\nDig where you stand.',
  ],
  [
    'a word of thanks at the beginning',
    'Thanks,\nthis is a good question. We dig.',
    'Thanks,\nthis is a good question. We dig.',
  ],
  ['fields of its own', 'Monday: we dig.\nTuesday: we wait.', 'Monday: we dig.\nTuesday: we wait.'],
  ['a question with a number too high', 'Question 7: We dig.', 'Question 7: We dig.'],
])('of %s the answer is left', (_, mail, text) => {
  expect(read(mail).text).toBe(text);
});

test('whatever is pasted, each line is in the answer or among those left out', () => {
  const pieces = [
    ...[
      '> quoted',
      '-- ',
      '',
      'From: a@b.example',
      'Subject: x',
      'Name: Ana',
      '—',
      'Best,',
      '____',
    ],
    ...['On 6 May 2013 Ana <a@b.example> wrote:', 'Sent from my iPhone', 'Question 2:', 'Words.'],
    ...['-----Original Message-----', 'May we publish this under that name? (yes or no): yes'],
  ];
  const line = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 30 }));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const mail = lines.join('\n');
      const { text, leftOut } = read(mail);
      const letters = (said: string) => [...said.replace(/\s/gu, '')].sort().join('');
      expect(letters(text + leftOut.join(''))).toBe(letters(sanitizeText(mail)));
    }),
  );
});

test('a long mail of nothing but beginnings is read at once', () => {
  const long = 'From: a@b.example\nOn 1 <a@b.example> x\n'.repeat(5000);
  const began = performance.now();
  read(`x\n${long}`);
  read(`x\n${'>'.repeat(200_000)}`);
  read(`x\n${'__ab__\n'.repeat(30_000)}`);
  expect(performance.now() - began).toBeLessThan(5000);
});
