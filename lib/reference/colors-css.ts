import { colorDeclarations, defaultPalette } from '../model/look/colors.ts';

/** app/colors.css: the colours of lib/model/look/colors.ts as tokens of the style sheet. */
export function colorsCss(): string {
  const lines = colorDeclarations(defaultPalette).map((line) => `  ${line.replace(':', ': ').replace(',', ', ')}\n`);
  return `/* Made from lib/model/look/colors.ts by npm run docs: change them there. Dark swaps the values here, never a component. */\n@theme {\n  --*: initial;\n\n${lines.join('')}}\n`;
}
