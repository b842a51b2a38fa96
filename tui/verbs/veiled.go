package verbs

import (
	"reflect"
	"strings"
	"time"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/veil"
)

// veiled is a copy of what was read from the journal with all in it hidden that a veil hides. Every
// text is, but for those that veilOf knows to be no words of the journal: a field that is added is
// hidden until somebody says otherwise. What was read is left as it is.
func veiled[T any](v journal.Veil, read T) T {
	if v.On() {
		veilValue(reflect.ValueOf(&read).Elem(), v, v.Words)
	}
	return read
}

// veilValue hides what is in a value that can be set, and puts copies in place of what it shares with
// others. Its texts are hidden by hide, but for those of a struct, whose fields say it.
func veilValue(at reflect.Value, v journal.Veil, hide func(string) string) {
	switch at.Kind() {
	case reflect.String:
		if at.Type() == reflect.TypeFor[string]() { // the others are the program's own words
			at.SetString(hide(at.String()))
		}
	case reflect.Pointer:
		if at.IsNil() {
			return
		}
		own := reflect.New(at.Type().Elem())
		own.Elem().Set(at.Elem())
		veilValue(own.Elem(), v, hide)
		at.Set(own)
	case reflect.Slice:
		if at.IsNil() {
			return
		}
		own := reflect.MakeSlice(at.Type(), at.Len(), at.Len())
		reflect.Copy(own, at)
		for i := range own.Len() {
			veilValue(own.Index(i), v, hide)
		}
		at.Set(own)
	case reflect.Array:
		for i := range at.Len() {
			veilValue(at.Index(i), v, hide)
		}
	case reflect.Map:
		if at.IsNil() {
			return
		}
		own := reflect.MakeMapWithSize(at.Type(), at.Len())
		for _, key := range at.MapKeys() {
			value := reflect.New(at.Type().Elem()).Elem()
			value.Set(at.MapIndex(key))
			veilValue(value, v, hide)
			own.SetMapIndex(key, value)
		}
		at.Set(own)
	case reflect.Interface:
		if at.IsNil() {
			return
		}
		own := reflect.New(at.Elem().Type()).Elem()
		own.Set(at.Elem())
		veilValue(own, v, hide)
		at.Set(own)
	case reflect.Struct:
		if at.Type() == reflect.TypeFor[time.Time]() || at.Type() == reflect.TypeFor[journal.CheckIn]() {
			return
		}
		for i := range at.NumField() {
			field := at.Type().Field(i)
			if field.IsExported() {
				veilValue(at.Field(i), v, veilOf(v, field.Name))
			}
		}
	}
}

// veilOf is how the texts of a field of this name are hidden.
func veilOf(v journal.Veil, field string) func(string) string {
	switch field {
	case "Name", "PersonName", "FromName", "ToName", "Person":
		return v.Name
	case "Private", "Contact":
		return v.Private
	case "Line", "Language", "At", "Key":
		return func(id string) string { return id }
	}
	if strings.HasSuffix(field, "ID") { // and UID
		return func(id string) string { return id }
	}
	return v.Words
}

// veiledTrash is what a purge would destroy as it is listed. The first words of a thing are on one line
// there, so what follows on something told in confidence goes with it; and those of a step that was
// undone may be of any text.
func veiledTrash(v journal.Veil, what store.Purgeable) store.Purgeable {
	if !v.On() {
		return what
	}
	what = veiled(v, what)
	for i, t := range what.Things {
		if t.Kind == journal.TrashUndone {
			what.Things[i].Text = v.Private(t.Text)
			continue
		}
		what.Things[i].Text = veil.Saying(v, t.Text)
	}
	return what
}

// veiledText is a whole text of the journal.
func veiledText(v journal.Veil, of journal.TextKind, text string) string {
	switch of {
	case journal.TextName:
		return v.Name(text)
	case journal.TextPrivate, journal.TextContact:
		return v.Private(text)
	}
	return v.Words(text)
}
