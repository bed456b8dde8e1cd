package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.GetConsoleScreenshotRequest;
import cloud.jarrah.api.ec2.GetConsoleScreenshotResponse;
import cloud.jarrah.instances.control.GuestAccess;
import cloud.jarrah.instances.control.ScreenshotWait;
import cloud.jarrah.instances.control.Screenshots;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Shows what a guest shows now, as its host sends it within seconds. */
@ApiAction(effect = Effect.READ)
@Singleton
public class GetConsoleScreenshot
    implements Action<GetConsoleScreenshotRequest, GetConsoleScreenshotResponse> {
  private final GuestAccess guests;
  private final Screenshots screenshots;
  private final ScreenshotWait wait;

  @Inject
  public GetConsoleScreenshot(GuestAccess guests, Screenshots screenshots, ScreenshotWait wait) {
    this.guests = guests;
    this.screenshots = screenshots;
    this.wait = wait;
  }

  @Override
  public Prepared<GetConsoleScreenshotResponse> prepare(
      GetConsoleScreenshotRequest request, Caller caller) {
    Instance instance = guests.require(caller.accountId(), request.instanceId, "shown");
    boolean wakeUp = Boolean.TRUE.equals(request.wakeUp);
    AtomicReference<String> question = new AtomicReference<>("");
    return Prepared.of(
            InstanceArns.of(List.of(instance)),
            () -> {
              question.set(screenshots.ask(instance, wakeUp, caller.requestId()));
              GetConsoleScreenshotResponse response = new GetConsoleScreenshotResponse();
              response.instanceId = instance.id();
              return response;
            })
        .completed(
            response -> {
              response.imageData =
                  wait.await(caller.accountId(), Objects.requireNonNull(question.get()));
              return response;
            });
  }
}
