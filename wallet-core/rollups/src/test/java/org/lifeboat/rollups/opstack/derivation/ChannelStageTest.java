package org.lifeboat.rollups.opstack.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.derivation.format.Frame;
import org.lifeboat.rollups.opstack.derivation.format.Written;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// Frames that come in a wrong order, twice, too late, or not at all. The channel timeout is 50 L1 blocks
/// since Granite.
class ChannelStageTest {
    private static final RollupConfig STRICT = Rollups.config(OpFork.JOVIAN);
    private static final RollupConfig LOOSE = Rollups.config(OpFork.GRANITE);

    private static Frame frame(int channel, int number, boolean last) {
        return new Frame(Written.channelId(channel), number, Bytes.of((byte) (10 * channel + number)), last);
    }

    private static FrameQueue queue(boolean ordered, Frame... frames) {
        return new FrameQueue(List.of(Written.frames(frames)), ordered);
    }

    private static Bytes strict(Frame... frames) {
        return new StagingChannel(STRICT, List.of())
                .next(queue(true, frames), Rollups.l1(1))
                .orElse(Bytes.EMPTY);
    }

    private static Bytes loose(Frame... frames) {
        return new ChannelBank(LOOSE, List.of())
                .next(queue(false, frames), Rollups.l1(1))
                .orElse(Bytes.EMPTY);
    }

    @Test
    void framesInOrder_makeAChannel() {
        assertThat(strict(frame(1, 0, false), frame(1, 1, true))).isEqualTo(Bytes.of((byte) 10, (byte) 11));
        assertThat(loose(frame(1, 0, false), frame(1, 1, true))).isEqualTo(Bytes.of((byte) 10, (byte) 11));
    }

    @Test
    void framesOutOfOrder_makeAChannelBeforeHoloceneOnly() {
        assertThat(strict(frame(1, 1, true), frame(1, 0, false))).isEqualTo(Bytes.EMPTY);
        assertThat(loose(frame(1, 1, true), frame(1, 0, false))).isEqualTo(Bytes.of((byte) 10, (byte) 11));
        assertThat(strict(frame(1, 0, false), frame(1, 2, true))).isEqualTo(Bytes.EMPTY);
        assertThat(strict(frame(1, 0, false), frame(1, 0, true))).isEqualTo(Bytes.EMPTY);
    }

    @Test
    void newChannel_dropsTheUnfinishedOne_sinceHolocene() {
        Frame[] mixed = {frame(1, 0, false), frame(2, 0, true), frame(1, 1, true)};

        assertThat(strict(mixed)).isEqualTo(Bytes.of((byte) 20));
        StagingChannel stage = new StagingChannel(STRICT, List.of());
        FrameQueue frames = queue(true, mixed);
        stage.next(frames, Rollups.l1(1));
        assertThat(stage.next(frames, Rollups.l1(1))).isEmpty();
        assertThat(loose(mixed)).isEqualTo(Bytes.of((byte) 20));
    }

    @Test
    void frameQueue_keepsWhatIsInOrder() {
        Frame open = frame(1, 0, false);
        Frame whole = frame(2, 0, true);

        assertThat(FrameQueue.inOrder(List.of(open, frame(1, 1, false), whole))).containsExactly(whole);
        assertThat(FrameQueue.inOrder(List.of(whole, frame(2, 1, true), frame(3, 1, true))))
                .containsExactly(whole);
        // What goes on from the block before stays in front.
        Frame rest = frame(1, 5, true);
        assertThat(FrameQueue.inOrder(List.of(rest, whole))).containsExactly(rest, whole);
    }

    @Test
    void channelThatIsTooOld_isDropped() {
        Channel open = Channel.open(Written.channelId(1), 1).with(frame(1, 0, false));
        FrameQueue tail = queue(true, frame(1, 1, true));
        assertThat(new StagingChannel(STRICT, List.of(open)).next(tail, Rollups.l1(51)))
                .isPresent();
        tail = queue(true, frame(1, 1, true));
        assertThat(new StagingChannel(STRICT, List.of(open)).next(tail, Rollups.l1(52)))
                .isEmpty();
        tail = queue(false, frame(1, 1, true));
        assertThat(new ChannelBank(LOOSE, List.of(open)).next(tail, Rollups.l1(52)))
                .isEmpty();
    }

    @Test
    void secondFrameOfANumber_andSecondEnd_countForNothing() {
        Channel channel = Channel.open(Written.channelId(1), 1)
                .with(frame(1, 0, false))
                .with(new Frame(Written.channelId(1), 0, Bytes.of((byte) 99), false))
                .with(frame(1, 1, true))
                .with(frame(1, 2, true))
                .with(frame(1, 3, false))
                .with(frame(2, 1, true));

        assertThat(channel.isReady()).isTrue();
        assertThat(channel.data()).isEqualTo(Bytes.of((byte) 10, (byte) 11));
        assertThat(channel.size()).isEqualTo(2 * (1 + Frame.OVERHEAD));
    }

    @Test
    void endBeforeFramesThatAreThere_dropsThem() {
        Channel channel = Channel.open(Written.channelId(1), 1)
                .with(frame(1, 0, false))
                .with(frame(1, 5, false))
                .with(frame(1, 1, true));

        assertThat(channel.isReady()).isTrue();
        assertThat(channel.frames().keySet()).containsExactly(0, 1);
    }

    @Test
    void bankThatIsFull_dropsTheOldestChannels() {
        RollupConfig small = Rollups.config(
                Map.of(OpFork.CANYON, 0L), Rollups.epoch(0).header(), Rollups.genesis(OpFork.CANYON), Rollups.INBOX);
        ChannelBank bank = new ChannelBank(small, List.of());
        byte[] much = new byte[Frame.MOST_DATA];
        for (int i = 0; i < 105; i++) {
            Frame frame = new Frame(Written.channelId(i), 0, Bytes.of(much), false);
            bank.next(new FrameQueue(List.of(Written.frames(frame)), false), Rollups.l1(1));
        }

        assertThat(bank.open()).hasSizeLessThanOrEqualTo(100);
        assertThat(bank.open().getFirst().id()).isNotEqualTo(Written.channelId(0));
        assertThat(bank.open().getLast().id()).isEqualTo(Written.channelId(104));
    }

    @Test
    void beforeCanyon_aChannelWaitsForTheOneOpenedBefore() {
        RollupConfig bedrock =
                Rollups.config(Map.of(), Rollups.epoch(0).header(), Rollups.genesis(OpFork.BEDROCK), Rollups.INBOX);
        Frame[] mixed = {frame(1, 0, false), frame(2, 0, true)};

        assertThat(new ChannelBank(bedrock, List.of()).next(queue(false, mixed), Rollups.l1(1)))
                .isEmpty();
        assertThat(loose(mixed)).isEqualTo(Bytes.of((byte) 20));
    }
}
