package startup

import (
	"os"
	"testing"
)

func TestNameLanguage(t *testing.T) {
	for name, c := range map[string]struct {
		env  map[string]string
		want string
	}{
		"a container":    {map[string]string{"LANG": "C.UTF-8"}, "en"},
		"all set to C":   {map[string]string{"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"},
		"a desktop":      {map[string]string{"LANG": "zh_CN.UTF-8"}, ""},
		"a named one":    {map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, "zh_CN"},
		"plain C":        {map[string]string{"LANG": "C"}, ""},
		"nothing at all": {nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			for _, key := range []string{"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"} {
				t.Setenv(key, c.env[key])
			}
			nameLanguage()
			if got := os.Getenv("LANGUAGE"); got != c.want {
				t.Errorf("LANGUAGE is %q, want %q", got, c.want)
			}
		})
	}
}
