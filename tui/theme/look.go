package theme

// Look is which theme there is: as somebody chose it, and as far as the terminal told of itself. The
// zero Look is the one of many colours, by the terminal's background.
type Look struct {
	Chosen Choice
	Dark   bool // the background, as it is known so far
	Few    bool // the terminal has sixteen colours, or none
}

// Choice is a theme somebody chose.
type Choice string

// What can be chosen. The zero Choice is ChooseAuto too.
const (
	ChooseAuto    Choice = "auto" // dark or light as the terminal answers, of sixteen colours where it has no more
	ChooseDark    Choice = "dark"
	ChooseLight   Choice = "light"
	ChoosePlain   Choice = "plain" // no colours at all
	ChooseSixteen Choice = "16"    // the terminal's own sixteen colours
)

// Choices are all that can be chosen.
func Choices() []Choice {
	return []Choice{ChooseAuto, ChooseDark, ChooseLight, ChoosePlain, ChooseSixteen}
}

// Theme is the theme of a look.
func (l Look) Theme() *Theme {
	dark := l.Dark
	switch l.Chosen {
	case ChooseDark:
		dark = true
	case ChooseLight:
		dark = false
	case ChoosePlain:
		return Plain(dark)
	case ChooseSixteen:
		return Sixteen(dark)
	}
	if l.Few {
		return Sixteen(dark)
	}
	return New(dark)
}
