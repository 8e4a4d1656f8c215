package coref

// shortState gives the code of the American state or Canadian province that news agencies
// shorten after the name of a town: "RUTLAND, Vt.".
var shortState = map[string]string{
	"Ala.": "US.AL", "Ariz.": "US.AZ", "Ark.": "US.AR", "Calif.": "US.CA", "Colo.": "US.CO", "Conn.": "US.CT", "Del.": "US.DE",
	"D.C.": "US.DC", "Fla.": "US.FL", "Ga.": "US.GA", "Ill.": "US.IL", "Ind.": "US.IN", "Kan.": "US.KS", "Ky.": "US.KY", "La.": "US.LA",
	"Mass.": "US.MA", "Md.": "US.MD", "Mich.": "US.MI", "Minn.": "US.MN", "Miss.": "US.MS", "Mo.": "US.MO", "Mont.": "US.MT",
	"N.C.": "US.NC", "N.D.": "US.ND", "Neb.": "US.NE", "N.H.": "US.NH", "N.J.": "US.NJ", "N.M.": "US.NM", "Nev.": "US.NV", "N.Y.": "US.NY",
	"Okla.": "US.OK", "Ore.": "US.OR", "Pa.": "US.PA", "R.I.": "US.RI", "S.C.": "US.SC", "S.D.": "US.SD", "Tenn.": "US.TN", "Tex.": "US.TX",
	"Vt.": "US.VT", "Va.": "US.VA", "Wash.": "US.WA", "Wis.": "US.WI", "W.Va.": "US.WV", "Wyo.": "US.WY",
	"B.C.": "CA.02", "Alta.": "CA.01", "Sask.": "CA.11", "Man.": "CA.03", "Ont.": "CA.08", "Que.": "CA.10", "N.S.": "CA.07", "N.B.": "CA.04",
}
