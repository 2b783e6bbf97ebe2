package org.lifeboat.resources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The engine's own English details ("there was no answer in time") in another language: it keeps and hands on
/// such a detail as one sentence, in its log too, and only what is shown to a person is turned into their language.
/// A server's own words stay as they are.
final class Details {
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    /// Says everything as it is.
    static final Details AS_THEY_ARE = new Details(Map.of(), List.of());

    private final Map<String, String> whole;
    private final List<Form> forms;

    private Details(Map<String, String> whole, List<Form> forms) {
        this.whole = whole;
        this.forms = forms;
    }

    /// A sentence with gaps: how the English one is recognised, and the other one.
    private record Form(Pattern english, String other) {}

    /// @param english the sentences by key, as the engine words them
    /// @param other the sentences of the other language under the same keys
    static Details of(Map<String, String> english, Map<String, String> other) {
        Map<String, String> whole = new HashMap<>();
        List<Form> forms = new ArrayList<>();
        english.forEach((key, sentence) -> {
            if (GAP.matcher(sentence).find()) {
                forms.add(new Form(recognise(sentence), other.getOrDefault(key, sentence)));
            } else {
                whole.put(sentence, other.getOrDefault(key, sentence));
            }
        });
        // The longer one first: "… through the proxy: …" is a case of its own.
        forms.sort((one, another) ->
                another.english.pattern().length() - one.english.pattern().length());
        return new Details(Map.copyOf(whole), List.copyOf(forms));
    }

    private static Pattern recognise(String sentence) {
        StringBuilder expression = new StringBuilder();
        Matcher gap = GAP.matcher(sentence);
        int at = 0;
        while (gap.find()) {
            expression
                    .append(Pattern.quote(sentence.substring(at, gap.start())))
                    .append("(.*)");
            at = gap.end();
        }
        return Pattern.compile(
                expression.append(Pattern.quote(sentence.substring(at))).toString(), Pattern.DOTALL);
    }

    /// @return the detail in the other language; `text` itself where it is no detail of the engine
    String say(String text) {
        String known = whole.get(text);
        if (known != null || forms.isEmpty()) {
            return known == null ? text : known;
        }
        for (Form form : forms) {
            Matcher found = form.english.matcher(text);
            if (found.matches()) {
                String said = form.other;
                for (int i = 1; i <= found.groupCount(); i++) {
                    said = said.replace("{" + (i - 1) + "}", say(found.group(i)));
                }
                return said;
            }
        }
        return ofASource(text);
    }

    /// `node.example: no source is set up`: a detail behind the name of whom it concerns.
    private String ofASource(String text) {
        int colon = text.indexOf(": ");
        if (colon < 0) {
            return text;
        }
        String detail = text.substring(colon + 2);
        String said = say(detail);
        return said.equals(detail) ? text : text.substring(0, colon) + "：" + said;
    }
}
