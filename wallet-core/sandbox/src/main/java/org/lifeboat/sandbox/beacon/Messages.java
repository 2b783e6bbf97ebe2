package org.lifeboat.sandbox.beacon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.ExecutionHeader;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.lightclient.SigningDomain;
import org.lifeboat.lightclient.SyncAggregate;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszTree;

/// What a beacon node would say of a chain, or what a liar would. Source: altair/light-client/full-node.md,
/// `create_light_client_bootstrap`, `create_light_client_update`.
final class Messages {
    /// Committees of no period of the chain.
    private static final long STRANGERS = 1_000_000;

    private final BeaconChain chain;
    private final Trick trick;
    private final Preset preset;

    Messages(BeaconChain chain, Trick trick) {
        this.chain = chain;
        this.trick = trick;
        this.preset = chain.network().preset();
    }

    /// @param fork as the message names it
    record Sent<T>(Fork fork, T message) {}

    Optional<Sent<Bootstrap>> bootstrap(Hash32 root) {
        return chain.withRoot(root).map(block -> {
            long period = preset.periodAt(block.slot()) + (trick == Trick.WRONG_COMMITTEE ? STRANGERS : 0);
            LightClientHeader header = trick == Trick.SWAPPED_EXECUTION ? swapped(block.header()) : block.header();
            return new Sent<>(
                    block.fork(),
                    new Bootstrap(
                            header,
                            chain.committee(period),
                            block.state().branch(block.fork().currentCommitteeGindex())));
        });
    }

    /// One update a period, as far as there are any: of the period's newest block that is signed within the
    /// period.
    List<Sent<Update>> updates(long start, int count) {
        List<Sent<Update>> updates = new ArrayList<>();
        long signed = chain.signed().map(PlayBlock::slot).orElse(-1L);
        for (long period = start; period < start + count; period++) {
            long last = Math.min((period + 1) * preset.slotsPerPeriod() - 2, signed);
            Optional<PlayBlock> attested = chain.before(last);
            if (attested.isEmpty() || preset.periodAt(attested.get().slot()) != period) {
                break;
            }
            updates.add(update(attested.get(), true));
        }
        return updates;
    }

    /// The newest block, with what its state holds as final.
    Optional<Sent<Update>> newest() {
        Optional<PlayBlock> head =
                trick == Trick.STALE_HEAD ? chain.before(chain.head() - preset.slotsPerPeriod()) : chain.signed();
        return head.map(block -> update(instead(block), false));
    }

    private PlayBlock instead(PlayBlock head) {
        long time = chain.network().timeOf(head.slot());
        return switch (trick) {
            case EQUIVOCATION -> chain.sibling(head.slot(), Payloads.made(head.slot(), time, 666), head.finalized());
            case FINALITY_BACKWARDS ->
                chain.sibling(
                        head.slot(),
                        payload(head.header()),
                        head.finalized()
                                .flatMap(header -> chain.before(header.beacon().slot() - 3L * preset.slotsPerEpoch()))
                                .map(PlayBlock::header));
            case FINALITY_EQUIVOCATION ->
                chain.sibling(
                        head.slot(),
                        payload(head.header()),
                        head.finalized()
                                .map(header -> chain.sibling(
                                                header.beacon().slot(),
                                                Payloads.made(header.beacon().slot(), time, 666),
                                                Optional.empty())
                                        .header()));
            case FUTURE, FALSE_FUTURE -> {
                long slot = head.slot() + 2L * preset.slotsPerEpoch();
                yield chain.sibling(slot, Payloads.made(slot, time, 0), head.finalized());
            }
            default -> head;
        };
    }

    private Sent<Update> update(PlayBlock attested, boolean withCommittee) {
        long signatureSlot = attested.slot() + 1;
        Fork fork = attested.fork();
        LightClientHeader header = trick == Trick.SWAPPED_EXECUTION ? swapped(attested.header()) : attested.header();
        long next = preset.periodAt(attested.slot()) + (trick == Trick.SWAPPED_NEXT_COMMITTEE ? STRANGERS : 1);
        return new Sent<>(
                fork,
                new Update(
                        header,
                        withCommittee
                                ? Optional.of(new Update.NextCommittee(
                                        chain.committee(next), attested.state().branch(fork.nextCommitteeGindex())))
                                : Optional.empty(),
                        attested.finalized()
                                .map(of -> new Update.Finality(
                                        Optional.of(of), attested.state().branch(fork.finalizedRootGindex()))),
                        signature(attested, signatureSlot),
                        signatureSlot));
    }

    private SyncAggregate signature(PlayBlock attested, long signatureSlot) {
        int members = preset.committeeSize();
        int signers = switch (trick) {
            case TOO_FEW_SIGNATURES -> (2 * members - 1) / 3;
            case FALSE_BITS -> members / 2;
            default -> members;
        };
        boolean strangers = trick == Trick.WRONG_COMMITTEE || trick == Trick.FALSE_FUTURE;
        long period = preset.periodAt(signatureSlot) + (strangers ? STRANGERS : 0);
        BeaconNetwork signedFor = chain.network();
        long domainSlot = trick == Trick.WRONG_FORK ? 1 : signatureSlot;
        Hash32 message = SigningDomain.signingRoot(
                new SszTree(), signedFor, attested.header().beacon(), domainSlot);
        byte[] bits = new byte[members / 8];
        int claimed = trick == Trick.FALSE_BITS ? members : signers;
        for (int i = 0; i < claimed; i++) {
            bits[i / 8] |= (byte) (1 << (i % 8));
        }
        return new SyncAggregate(Bytes.of(bits), chain.signers(period).sign(message, signers));
    }

    private LightClientHeader swapped(LightClientHeader header) {
        long slot = header.beacon().slot();
        ExecutionHeader other = Payloads.made(slot, chain.network().timeOf(slot), 667);
        return new LightClientHeader(header.beacon(), new LightClientHeader.Execution.Payload(other), header.branch());
    }

    private static ExecutionHeader payload(LightClientHeader header) {
        return header.payload().orElseThrow();
    }
}
