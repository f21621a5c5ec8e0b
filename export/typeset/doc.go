// Package typeset breaks Chinese text, and whatever is mixed into it, into
// lines and places the characters on them.
//
// It takes runs of styled text, the advance of each character, a width and the
// indents, and gives back lines of spans with their position. It draws nothing
// and knows neither fonts nor pages, so that a printed page and an editor can
// share it. Units are the caller's: whatever Spec.Width and Spec.Advance use.
//
// The rules are those of W3C "Requirements for Chinese Text Layout" (clreq,
// 2024-03-21), prohibitions of the level that is asked for, and GB/T 15834-2011:
//   - no closing mark, connector or solidus begins a line, no opening mark ends
//     one, —— and …… are not split;
//   - a number keeps its sign, its per cent and its unit;
//   - Western words are split only if a line cannot hold them; addresses and long
//     codes also at their joints, where the line before would gape;
//   - Han characters and Latin words stand up to a quarter of an em apart;
//   - adjoining full-width marks share their blank halves; a full-width mark at
//     the end of a line gives its blank half up, an opening one at the start too,
//     but for the first line of a paragraph;
//   - 先挤进，后推出: a mark that must not begin the next line is first
//     squeezed into this one; only if it does not fit does the character before
//     it move down with it;
//   - no paragraph ends with a line of one character where it can be helped;
//   - a line is filled first between Western words, then evenly.
//
// No character is ever lost: the lines' texts, one after the other, are the
// input, whatever the input is. What is not done: bidirectional text, shaping
// of Indic and Arabic scripts, hyphenation, hanging punctuation, vertical
// setting.
//
// It stands on floor 2 (export) and imports the standard library only.
package typeset
