package demo

import (
	"bufio"
	"embed"
	"io/fs"
	"path"
	"strings"

	"bothways/journal"
)

// Embedding needs variables; nothing ever sets them.

//go:embed story/*.txt
var storyFiles embed.FS

//go:embed growth/*.txt
var growthFiles embed.FS

// place is a line of a text file, for saying where a mistake is.
type place struct {
	file string
	line int // from 1
}

// errorf says what is wrong at a place.
func (p place) errorf(format string, args ...any) error {
	return journal.Errorf(journal.CodeInvalid, "%s, line %d: "+format, append([]any{p.file, p.line}, args...)...)
}

// textLine is one line of a text file, without spaces at its end.
type textLine struct {
	place
	text string
}

// readLines reads a text file whole.
func readLines(files fs.FS, name string) ([]textLine, error) {
	file, err := files.Open(name)
	if err != nil {
		return nil, journal.Errorf(journal.CodeInternal, "%s cannot be read.", name)
	}
	defer file.Close()
	var lines []textLine
	scan := bufio.NewScanner(file)
	for scan.Scan() {
		lines = append(lines, textLine{place{path.Base(name), len(lines) + 1}, strings.TrimRight(scan.Text(), " \t\r")})
	}
	if scan.Err() != nil {
		return nil, journal.Errorf(journal.CodeInvalid, "%s, line %d: the next line is too long.", path.Base(name), len(lines))
	}
	return lines, nil
}
