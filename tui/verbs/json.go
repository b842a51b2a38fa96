package verbs

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"bothways/tui/safe"
)

// encode is v as JSON in one line. Text is left readable, but characters that could steer a
// terminal or mislead a reader are written as \u escapes.
func encode(buf *bytes.Buffer, v any) error {
	buf.Reset()
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	buf.Truncate(buf.Len() - 1) // the line end
	return nil
}

// writeEscaped writes JSON with what safe.Unsafe names as \u escapes. Beyond ASCII such
// characters stand only within strings, where an escape means the same.
func writeEscaped(w io.Writer, b []byte) error {
	from := 0
	for i := 0; i < len(b); {
		if b[i] < 0x7f {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if safe.Unsafe(r) {
			if _, err := w.Write(b[from:i]); err != nil {
				return err
			}
			if _, err := fmt.Fprintf(w, `\u%04x`, r); err != nil { // none of them lies beyond FFFF
				return err
			}
			from = i + n
		}
		i += n
	}
	_, err := w.Write(b[from:])
	return err
}

// writeJSON answers with one value.
func (a *app) writeJSON(v any) error {
	var buf bytes.Buffer
	if err := encode(&buf, v); err != nil {
		return err
	}
	buf.WriteByte('\n')
	if err := writeEscaped(a.out, buf.Bytes()); err != nil {
		return unwritable(err)
	}
	return nil
}

// jsonArray writes an array an element at a time, so that a long list never stands in memory.
// It is valid JSON once it is closed.
type jsonArray struct {
	w     io.Writer
	buf   bytes.Buffer
	count int
}

func (l *jsonArray) Add(v any) error {
	between := ",\n"
	if l.count == 0 {
		between = "[\n"
	}
	l.count++
	if err := encode(&l.buf, v); err != nil {
		return err
	}
	if _, err := io.WriteString(l.w, between); err != nil {
		return unwritable(err)
	}
	if err := writeEscaped(l.w, l.buf.Bytes()); err != nil {
		return unwritable(err)
	}
	return nil
}

func (l *jsonArray) Close() error {
	end := "\n]"
	if l.count == 0 {
		end = "[]"
	}
	if _, err := io.WriteString(l.w, end); err != nil {
		return unwritable(err)
	}
	return nil
}

// jsonObject writes an object whose fields come one at a time, some of them as long arrays.
type jsonObject struct {
	w     io.Writer
	buf   bytes.Buffer
	count int
}

// begin begins the field called name, which is plain ASCII; its value must be written next.
func (o *jsonObject) begin(name string) error {
	between := ","
	if o.count == 0 {
		between = "{"
	}
	o.count++
	if _, err := fmt.Fprintf(o.w, "%s\n%q:", between, name); err != nil {
		return unwritable(err)
	}
	return nil
}

// named is a field of an object.
type named struct {
	name  string
	value any
}

// Fields writes whole fields.
func (o *jsonObject) Fields(fields ...named) error {
	for _, f := range fields {
		if err := o.Field(f.name, f.value); err != nil {
			return err
		}
	}
	return nil
}

// Field writes a whole field.
func (o *jsonObject) Field(name string, v any) error {
	if err := o.begin(name); err != nil {
		return err
	}
	if err := encode(&o.buf, v); err != nil {
		return err
	}
	if err := writeEscaped(o.w, o.buf.Bytes()); err != nil {
		return unwritable(err)
	}
	return nil
}

// List writes a field whose value is the array that fill adds to.
func (o *jsonObject) List(name string, fill func(*jsonArray) error) error {
	if err := o.begin(name); err != nil {
		return err
	}
	list := jsonArray{w: o.w}
	if err := fill(&list); err != nil {
		return err
	}
	return list.Close()
}

// Close ends an object of at least one field.
func (o *jsonObject) Close() error {
	if _, err := io.WriteString(o.w, "\n}\n"); err != nil {
		return unwritable(err)
	}
	return nil
}
