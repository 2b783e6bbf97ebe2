package org.lifeboat.vault.signing;

import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;

/// A request in words, line by line, in the order in which it is to be read. Comes from
/// [SigningRequest#describe] only.
public final class Description {
    private final Address signer;
    private final Hash32 digest;
    private final List<Line> lines;

    Description(Address signer, Hash32 digest, List<Line> lines) {
        this.signer = signer;
        this.digest = digest;
        this.lines = List.copyOf(lines);
    }

    public Address signer() {
        return signer;
    }

    public List<Line> lines() {
        return lines;
    }

    /// The loudest line.
    public Severity severity() {
        return lines.stream().map(Line::severity).max(Severity::compareTo).orElse(Severity.CALM);
    }

    public boolean needsSecondConfirmation() {
        return severity() == Severity.DANGER;
    }

    /// The user has read this and agrees. Call it when, and only when, the lines were shown.
    public Approval approve() {
        return new Approval(signer, digest, false);
    }
}
