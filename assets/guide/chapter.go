package guide

import (
	"errors"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Chapter is a part of the guide that is shown by itself.
type Chapter struct {
	ID     string // the same in every language
	Title  string
	Blocks []Block
}

// Kind says what a block is.
type Kind int

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Heading        // of a part of a chapter
	Item           // of a list
	Figure         // a picture: Text is its caption, Name its name
)

// Block is what stands between two gaps of a chapter.
type Block struct {
	Kind   Kind
	Text   string
	Number int    // of an item of a numbered list, from 1; else 0
	Name   string // of a picture
}

// parse reads chapters from Markdown: "# Title {#id}" begins one.
func parse(source []byte) ([]Chapter, error) {
	md := goldmark.New(goldmark.WithParserOptions(parser.WithHeadingAttribute()))
	var chapters []Chapter
	for node := md.Parser().Parse(text.NewReader(source)).FirstChild(); node != nil; node = node.NextSibling() {
		if h, ok := node.(*ast.Heading); ok && h.Level == 1 {
			c, err := begun(h, source)
			if err != nil {
				return nil, err
			}
			chapters = append(chapters, c)
			continue
		}
		if len(chapters) == 0 {
			return nil, errors.New("text before the first chapter")
		}
		c := &chapters[len(chapters)-1]
		blocks, err := blocksOf(node, source)
		if err != nil {
			return nil, fmt.Errorf("chapter %s: %w", c.ID, err)
		}
		c.Blocks = append(c.Blocks, blocks...)
	}
	return chapters, nil
}

// begun is the chapter that a heading begins.
func begun(h *ast.Heading, source []byte) (Chapter, error) {
	title, err := plain(h, source)
	if err != nil {
		return Chapter{}, err
	}
	id, ok := h.AttributeString("id")
	name, isText := id.([]byte)
	if !ok || !isText || len(name) == 0 {
		return Chapter{}, fmt.Errorf("chapter %q has no id", title)
	}
	return Chapter{ID: string(name), Title: title}, nil
}

// blocksOf gives what a node of the text shows.
func blocksOf(node ast.Node, source []byte) ([]Block, error) {
	switch node := node.(type) {
	case *ast.Heading:
		words, err := plain(node, source)
		return []Block{{Kind: Heading, Text: words}}, err
	case *ast.List:
		return items(node, source)
	case *ast.Paragraph:
		if picture, ok := node.FirstChild().(*ast.Image); ok && picture.NextSibling() == nil {
			caption, err := plain(picture, source)
			return []Block{{Kind: Figure, Text: caption, Name: string(picture.Destination)}}, err
		}
		words, err := plain(node, source)
		return []Block{{Kind: Paragraph, Text: words}}, err
	}
	return nil, unknown(node)
}

// items gives the items of a list; each is one paragraph.
func items(list *ast.List, source []byte) ([]Block, error) {
	var blocks []Block
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if item.ChildCount() != 1 {
			return nil, fmt.Errorf("an item of %d paragraphs", item.ChildCount())
		}
		words, err := plain(item.FirstChild(), source)
		if err != nil {
			return nil, err
		}
		b := Block{Kind: Item, Text: words}
		if list.IsOrdered() {
			b.Number = list.Start + len(blocks)
		}
		blocks = append(blocks, b)
	}
	return blocks, nil
}

// plain is the text of a node, which bears no marks of its own.
func plain(node ast.Node, source []byte) (string, error) {
	var b strings.Builder
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		t, ok := child.(*ast.Text)
		if !ok {
			return "", unknown(child)
		}
		b.Write(t.Value(source))
		if t.SoftLineBreak() {
			b.WriteByte(' ')
		}
	}
	return b.String(), nil
}

func unknown(node ast.Node) error { return fmt.Errorf("%s is not known here", node.Kind()) }
