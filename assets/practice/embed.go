// Package practice holds the application of a fictitious company that new users
// practise on, with its evidence. It is data on floor 0 of the house.
package practice

import (
	"embed"
	"io/fs"
)

// Name is the name of the answers file, for messages.
const Name = "practice.yaml"

// Answers is an answers file. Its company, people and documents are fictitious
// and say so.
//
//go:embed practice.yaml
var Answers []byte

//go:embed evidence
var evidence embed.FS

// Files holds the evidence that Answers names ("evidence/quote.pdf").
var Files fs.FS = evidence
