// Package editor is the journal's own long-text editor: a plain struct that a
// screen feeds with messages and draws where it likes.
//
//	ed := editor.New(editor.Options{Now: env.Now})
//	ed.SetText(note, len(note))
//	...
//	if k, ok := msg.(tea.KeyPressMsg); !ok || ed.Handles(k) {
//		cmd = ed.Update(msg)
//	}
//	rows, cursor := ed.Render(width, height, styles)
//
// # What it promises
//
// Text gives back byte for byte what SetText got and what was typed and pasted
// since, whatever those bytes are. Only what is drawn is made harmless.
//
// A key costs the same in a note of ten words and in one of a hundred thousand:
// lines are kept in chunks (buffer.go), rows are worked out per line, kept, and
// after an edit only until they fall into step again (wrap.go), and only the rows
// on the screen are drawn (view.go). Nothing happens between keys.
//
// # Words used
//
// A line is what stands between two \n. A row is one line of the screen; a line
// takes one or more. A cluster is what a reader calls a character; the cursor
// never stands inside one. Columns are terminal cells. Offsets and columns in the
// text are bytes.
//
// # Width of a character
//
// The renderer measures by code points until the terminal says that it knows
// clusters (mode 2027), then by clusters. Rows are wrapped by the wider of the
// two, so they fit either way; the cursor is placed by the measure in use, which
// the root passes on by SetWidths.
//
// # Clipboard
//
// Cut and copy go to the terminal's clipboard and to the editor's own. ctrl+v
// takes the editor's own at once when the editor filled it and the terminal has
// not lost the focus since (tea.BlurMsg, if focus is reported); else it asks the
// terminal. Few terminals answer that question, so a second ctrl+v while it is
// open takes the editor's own. An answer nobody asked for is ignored. SetText keeps
// the editor's own, so that one editor can carry words from note to note.
//
// # Another editor
//
// Handoff lends the text to the person's own editor and takes it back, whatever
// that editor does to the file.
//
// # Knowing what changed
//
// Version grows with every change. Changed gives the range of lines that are new
// since it was last asked, so that a screen can look at those alone.
package editor
