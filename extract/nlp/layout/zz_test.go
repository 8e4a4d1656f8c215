package layout
import ("testing";"os";"fmt";"path/filepath";"strings"
"github.com/claimline/claimline/extract/nlp/doc")
func TestZZ(t *testing.T){
 fs,_:=filepath.Glob(os.Getenv("ZF"))
 for _,f:=range fs{ b,_:=os.ReadFile(f); d:=&doc.Document{Text:string(b)}; Run(d)
  fmt.Println("=====",f)
  for _,b:=range d.Blocks{ x:=strings.ReplaceAll(d.Text[b.Start:b.End],"\n","⏎"); if len(x)>150{x=x[:90]+" ... "+x[len(x)-50:]}; fmt.Printf("%-12s %s\n",b.Role,x)}
 }
}
