// Package drafting keeps prose and data together: which paragraphs of a text
// were drafted by the program, which of them still follow the data, and which a
// person has made their own.
//
// A text is a number of paragraphs, one a line. Beside it stands its memory: the
// id and the words of every paragraph that was drafted into it. A paragraph that
// still reads as remembered follows the data and is replaced when a new draft
// reads differently. One that was edited is never touched; it is out of date
// when the data would now give other words than those that were edited. What
// bears no likeness to anything remembered is the writer's own.
//
// The package fills sentence templates, too: text with names in {braces}. It
// refuses a brace without its mate. It knows nothing of forms, answers or
// languages, is on floor 1 of the house and imports nothing of it.
package drafting
