package org.lifeboat.rpc.transport;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.source.Reply.Failure;

/// Collects a body and hangs up as soon as it is larger than allowed.
final class BoundedBody implements BodySubscriber<byte[]> {
    private final int maximum;
    private final boolean cutInsteadOfFail;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /// @param cutInsteadOfFail for bodies nobody will read, such as error pages
    BoundedBody(int maximum, boolean cutInsteadOfFail) {
        this.maximum = maximum;
        this.cutInsteadOfFail = cutInsteadOfFail;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (body.isDone()) {
                return;
            }
            if (collected.size() + (long) part.remaining() > maximum) {
                stop();
                return;
            }
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            collected.write(bytes, 0, bytes.length);
        }
    }

    private void stop() {
        if (subscription != null) {
            subscription.cancel();
        }
        if (cutInsteadOfFail) {
            body.complete(collected.toByteArray());
        } else {
            body.completeExceptionally(tooLarge(maximum));
        }
    }

    @Override
    public void onError(Throwable cause) {
        body.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        body.complete(collected.toByteArray());
    }

    static SourceFault tooLarge(int maximum) {
        return new SourceFault(
                Failure.OVERSIZED, "the answer is larger than " + maximum + " bytes; reading was stopped");
    }
}
