package org.lifeboat.engine.name;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings a name into the one form that ENS hashes, or says why it has none (ENSIP-15). Pure; thread-safe.
public final class Normalization {
    private static final int PRESENTATION = 0xfe0f;
    private static final int FULL_STOP = '.';
    private static final int ASCII_END = 0x80;

    /// Longer names than this are no names: a name with 255 labels of one character still fits.
    private static final int MOST_CODE_POINTS = 512;

    private final NameTable table;
    private final NormalForm form;
    private final LookAlikes lookAlikes;
    private final BitSet valid = new BitSet();
    private final EmojiNode emoji = new EmojiNode();

    /// What came of normalising.
    public sealed interface Outcome {
        /// @param scripts the groups that its labels are written in, as ENSIP-15 names them; `ASCII` and `Emoji`
        /// among them
        /// @param restricted whether one of these is a script that few living people write
        record Normal(String name, List<String> scripts, boolean restricted) implements Outcome {
            public Normal {
                scripts = List.copyOf(scripts);
            }
        }

        /// @param about the label, the character or the two scripts that it is about, fit for showing
        record Refused(Reason reason, String about) implements Outcome {}
    }

    /// Why there is no such name.
    public enum Reason {
        EMPTY_LABEL,
        TOO_LONG,
        /// A character that no name may have. {0} it or its number
        CHARACTER,
        /// Characters of scripts that are not written together. {0} the label
        MIXED_SCRIPTS,
        /// It looks like a name in another script. {0} the label
        LOOKS_LIKE_ANOTHER,
        /// A mark without a letter, twice, or too many. {0} the label
        MARKS,
        /// An underscore, a hyphen, an apostrophe or a dot in a place where none may stand. {0} the label
        PLACEMENT
    }

    /// One run of a label: an emoji, or text.
    record Token(boolean isEmoji, List<Integer> codePoints) {}

    private static final class EmojiNode {
        private final Map<Integer, EmojiNode> next = new HashMap<>();
        private boolean end;
    }

    Normalization(NameTable table) {
        this.table = table;
        this.form = new NormalForm(table);
        this.lookAlikes = new LookAlikes(table);
        for (NameTable.Group group : table.groups()) {
            valid.or(group.primary());
            valid.or(group.secondary());
        }
        List<Integer> characters = valid.stream().boxed().toList();
        form.decompose(characters).forEach(valid::set);
        table.emoji().forEach(this::plant);
    }

    /// By the table that came with the program. Reads it at the first call.
    public static Normalization bundled() {
        return Holder.NORMALIZATION;
    }

    private static final class Holder {
        private static final Normalization NORMALIZATION = new Normalization(NameTable.bundled());
    }

    /// Every mark of presentation may be missing where somebody writes the emoji.
    private void plant(List<Integer> sequence) {
        List<EmojiNode> ends = List.of(emoji);
        for (int codePoint : sequence) {
            List<EmojiNode> longer = new ArrayList<>(codePoint == PRESENTATION ? ends : List.of());
            ends.forEach(node -> longer.add(node.next.computeIfAbsent(codePoint, _ -> new EmojiNode())));
            ends = longer;
        }
        ends.forEach(node -> node.end = true);
    }

    /// @param name as somebody wrote it, without blanks around it
    public Outcome normalize(String name) {
        if (name.isEmpty()) {
            return new Outcome.Normal("", List.of(), false);
        }
        if (name.codePointCount(0, name.length()) > MOST_CODE_POINTS) {
            return new Outcome.Refused(Reason.TOO_LONG, "");
        }
        List<String> labels = new ArrayList<>();
        List<String> scripts = new ArrayList<>();
        boolean restricted = false;
        for (String label : name.split("\\.", -1)) {
            switch (label(label)) {
                case LabelOutcome.Refused(Reason reason, String about) -> {
                    return new Outcome.Refused(reason, about);
                }
                case LabelOutcome.Normal(String normal, String script, boolean rare) -> {
                    labels.add(normal);
                    restricted |= rare;
                    if (!scripts.contains(script)) {
                        scripts.add(script);
                    }
                }
            }
        }
        return new Outcome.Normal(String.join(".", labels), scripts, restricted);
    }

    private sealed interface LabelOutcome {
        record Normal(String label, String script, boolean restricted) implements LabelOutcome {}

        record Refused(Reason reason, String about) implements LabelOutcome {}
    }

    private LabelOutcome label(String written) {
        List<Token> tokens = new ArrayList<>();
        Optional<Integer> refused = tokenize(written.codePoints().toArray(), tokens);
        if (refused.isPresent()) {
            return new LabelOutcome.Refused(Reason.CHARACTER, shown(refused.get()));
        }
        List<Integer> all = new ArrayList<>();
        List<Integer> text = new ArrayList<>();
        for (Token token : tokens) {
            all.addAll(token.codePoints());
            if (!token.isEmoji()) {
                text.addAll(token.codePoints());
            }
        }
        if (all.isEmpty()) {
            return new LabelOutcome.Refused(Reason.EMPTY_LABEL, "");
        }
        String label = string(all);
        return check(tokens, all, text)
                .<LabelOutcome>map(reason -> new LabelOutcome.Refused(reason, label))
                .orElseGet(() -> script(label, all, text));
    }

    /// @return the character that no name may have
    private Optional<Integer> tokenize(int[] input, List<Token> tokens) {
        List<Integer> buffer = new ArrayList<>();
        for (int at = 0; at < input.length; ) {
            int end = emojiEnd(input, at);
            if (end > at) {
                emit(buffer, tokens);
                List<Integer> sequence = new ArrayList<>();
                for (int i = at; i < end; i++) {
                    if (input[i] != PRESENTATION) {
                        sequence.add(input[i]);
                    }
                }
                tokens.add(new Token(true, sequence));
                at = end;
                continue;
            }
            int codePoint = input[at];
            if (valid.get(codePoint)) {
                buffer.add(codePoint);
            } else if (table.mapped().containsKey(codePoint)) {
                buffer.addAll(table.mapped().getOrDefault(codePoint, List.of()));
            } else if (!table.ignored().get(codePoint)) {
                return Optional.of(codePoint);
            }
            at++;
        }
        emit(buffer, tokens);
        return Optional.empty();
    }

    private void emit(List<Integer> buffer, List<Token> tokens) {
        if (!buffer.isEmpty()) {
            tokens.add(new Token(false, form.compose(buffer)));
            buffer.clear();
        }
    }

    /// Where the longest emoji that begins here ends; `at` if none begins here.
    private int emojiEnd(int[] input, int at) {
        int longest = at;
        EmojiNode node = emoji;
        for (int i = at; i < input.length; i++) {
            EmojiNode next = node.next.get(input[i]);
            if (next == null) {
                break;
            }
            node = next;
            longest = node.end ? i + 1 : longest;
        }
        return longest;
    }

    private Optional<Reason> check(List<Token> tokens, List<Integer> all, List<Integer> text) {
        int underscores = 0;
        while (underscores < all.size() && all.get(underscores) == '_') {
            underscores++;
        }
        if (all.subList(underscores, all.size()).contains((int) '_')) {
            return Optional.of(Reason.PLACEMENT);
        }
        if (isAscii(all) && tokens.size() == 1 && !tokens.getFirst().isEmoji()) {
            boolean extension = all.size() >= 4 && all.get(2) == '-' && all.get(3) == '-';
            return extension ? Optional.of(Reason.PLACEMENT) : Optional.empty();
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (Token token : tokens) {
            if (!token.isEmoji() && table.combining().get(token.codePoints().getFirst())) {
                return Optional.of(Reason.MARKS);
            }
        }
        return fenced(all) ? Optional.of(Reason.PLACEMENT) : group(text);
    }

    private boolean fenced(List<Integer> all) {
        boolean before = true; // An end of the label counts like another fenced character.
        for (int codePoint : all) {
            boolean now = table.fenced().get(codePoint);
            if (now && before) {
                return true;
            }
            before = now;
        }
        return before;
    }

    private Optional<NameTable.Group> groupOf(List<Integer> text) {
        return table.groups().stream()
                .filter(group -> text.stream().allMatch(group::has))
                .findFirst();
    }

    private Optional<Reason> group(List<Integer> text) {
        Optional<NameTable.Group> group = groupOf(text);
        if (group.isEmpty()) {
            return Optional.of(Reason.MIXED_SCRIPTS);
        }
        if (!group.get().precomposed() && crowded(form.decompose(text))) {
            return Optional.of(Reason.MARKS);
        }
        return lookAlikes.confuses(text) ? Optional.of(Reason.LOOKS_LIKE_ANOTHER) : Optional.empty();
    }

    /// Whether marks stand twice or too many in a row.
    private boolean crowded(List<Integer> decomposed) {
        List<Integer> run = new ArrayList<>();
        for (int codePoint : decomposed) {
            if (!table.nonspacing().get(codePoint)) {
                run.clear();
            } else if (run.contains(codePoint) || run.size() == table.mostMarks()) {
                return true;
            } else {
                run.add(codePoint);
            }
        }
        return false;
    }

    private LabelOutcome script(String label, List<Integer> all, List<Integer> text) {
        if (text.isEmpty()) {
            return new LabelOutcome.Normal(label, "Emoji", false);
        }
        if (isAscii(all)) {
            return new LabelOutcome.Normal(label, "ASCII", false);
        }
        NameTable.Group group = groupOf(text).orElseThrow();
        return new LabelOutcome.Normal(label, group.name(), group.restricted());
    }

    private static boolean isAscii(List<Integer> codePoints) {
        return codePoints.stream().allMatch(codePoint -> codePoint < ASCII_END);
    }

    private static String string(List<Integer> codePoints) {
        StringBuilder text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }

    /// A letter as it is, anything else by its number: it could hide or turn the sentence it stands in.
    private static String shown(int codePoint) {
        String number = String.format("U+%04X", codePoint);
        boolean plain = codePoint != FULL_STOP && Character.isLetterOrDigit(codePoint);
        return plain ? Character.toString(codePoint) + " (" + number + ")" : number;
    }
}
