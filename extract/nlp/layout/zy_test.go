package layout
import ("testing";"os";"fmt";"strings"
"github.com/claimline/claimline/extract/nlp/doctest"
"github.com/claimline/claimline/extract/nlp/doc")
func TestZY(t *testing.T){
 p,_:=doctest.SharedPath("data/ud-gum/gum-open-"+os.Getenv("SPLIT")+".conllu.gz")
 s,_:=doctest.ReadFile(p)
 var text strings.Builder; kinds:=map[int]string{}; title:=""; genre:=""
 cnt:=map[string]int{}
 flush:=func(){ if text.Len()==0{return}; d:=&doc.Document{Text:text.String()}; if os.Getenv("TITLE")!=""{d.Title=title}; Run(d)
  for _,b:=range d.Blocks{ k:=kinds[b.Start]; kk:=genre+" "+k+" -> "+string(b.Role); cnt[kk]++
   if os.Getenv("SHOW")!="" && strings.Contains(kk,os.Getenv("SHOW")) { fmt.Println(genre,k,"->",b.Role,"|",d.Text[b.Start:min(b.End,b.Start+130)])}}
  text.Reset(); kinds=map[int]string{}}
 par:=false; kind:=""
 for _,l:=range strings.Split(s,"\n"){
  switch{
  case strings.HasPrefix(l,"# newdoc id = "): flush(); genre=strings.Split(l[14:],"_")[1]
  case strings.HasPrefix(l,"# meta::title = "): title=l[16:]
  case strings.HasPrefix(l,"# newpar_block = "): kind=strings.Fields(l[17:])[0]
  case strings.HasPrefix(l,"# newpar"): par=true
  case strings.HasPrefix(l,"# text = "): if par&&text.Len()>0{text.WriteString("\n\n")}else if text.Len()>0{text.WriteString(" ")}; if par{kinds[text.Len()]=kind}; par=false; text.WriteString(l[9:])
  }}
 flush()
 for k,v:=range cnt{fmt.Println(v,k)}
}
