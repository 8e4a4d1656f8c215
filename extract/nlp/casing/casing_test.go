package casing_test

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/casing"
)

func TestRestore(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"names and sentences",
			"LIMA, 3 MAY 91 (AFP) -- POLICE SAID TODAY THAT TWO WATCHMEN FLED. THEY ARE IN CUSCO.",
			"Lima, 3 May 91 (AFP) -- Police said today that two watchmen fled. They are in Cusco."},
		{"people, and a title before a name",
			"THE GOVERNOR MET GENERAL MARIA QUISPE PARKER ON FRIDAY AND THANKED HER FOR US ALL",
			"The governor met General Maria Quispe Parker on Friday and thanked her for us all"},
		{"bodies and their abbreviations",
			"THE ARMED WING OF THE PEOPLE'S REVOLUTIONARY FRONT (PRF) DENIED IT. THE PRF IS SMALL",
			"The armed wing of the People's Revolutionary Front (PRF) denied it. The PRF is small"},
		{"an abbreviation that brackets explain",
			"A MEMBER OF THE EGP [GUERRILLA ARMY OF THE POOR] WAS SEEN NEAR THE FRONT OF THE CHURCH",
			"A member of the EGP [Guerrilla Army of the Poor] was seen near the front of the church"},
		{"months and words that look like them",
			"THEY MAY MARCH ON 5 MAY OR IN JULY. A MARCH WAS PLANNED BEFORE, THE MAYOR SAID THERE",
			"They may march on 5 May or in July. A march was planned before, the mayor said there"},
		{"the people of a country",
			"COLOMBIAN POLICE AND TURKEY FARMERS SPOKE TO U.S. CITIZENS AND TO THE FRENCH EMBASSY",
			"Colombian police and turkey farmers spoke to U.S. citizens and to the French embassy"},
		{"text in both cases is left alone", "NATO and the UN met in Rome. THE END OF IT ALL", "NATO and the UN met in Rome. THE END OF IT ALL"},
		{"a headline in capitals, with names as the text has them",
			"MUM PULLS TOTS FROM BLAZING CAR AS OTTO RUNS\n\nA brave mother and her man Otto got out of the car.",
			"Mum pulls tots from blazing car as Otto runs\n\nA brave mother and her man Otto got out of the car."},
		{"words that are set in capitals for their weight", "A HERO mum fled from a BLAZING CAR and was shot DEAD near the sea.",
			"A hero mum fled from a blazing car and was shot dead near the sea."},
		{"abbreviations that are words as well", "He asked WHO doctors, an ICE agent and the US for AID. KABUL, May 3 (AP) - A man fled.",
			"He asked WHO doctors, an ICE agent and the US for AID. KABUL, May 3 (AP) - A man fled."},
		{"a name that opens the story", "TONY MARCHETTI has quit the band.", "Tony Marchetti has quit the band."},
		{"labels of speakers stay", "ROBIN HALE (anchor): The bank has closed.", "ROBIN HALE (anchor): The bank has closed."},
		{"too little to tell", "BREAKING NEWS", "BREAKING NEWS"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := casing.Restore(c.in)
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if len(got) != len(c.in) {
				t.Errorf("%d bytes of %d", len(got), len(c.in))
			}
		})
	}
}

// TestRestoreKeepsSpans holds for letters whose small form has other bytes, too.
func TestRestoreKeepsSpans(t *testing.T) {
	in := strings.Repeat("İSTANBUL'DA Kẞ ȺȾ ÅNGSTRÖM ÉTÉ ", 10)
	if got := casing.Restore(in); len(got) != len(in) || !strings.EqualFold(strings.Map(dropped, got), strings.Map(dropped, in)) {
		t.Errorf("%q became %q", in, got)
	}
}

// dropped leaves out the letters that fold to more than one.
func dropped(r rune) rune {
	if strings.ContainsRune("İiIıẞßȺȾⱥⱦ", r) {
		return -1
	}
	return r
}
