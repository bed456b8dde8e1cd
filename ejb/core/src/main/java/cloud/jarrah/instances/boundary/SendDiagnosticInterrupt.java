package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.SendDiagnosticInterruptRequest;
import cloud.jarrah.api.ec2.SendDiagnosticInterruptResponse;
import cloud.jarrah.instances.control.DiagnosticInterrupts;
import cloud.jarrah.instances.control.GuestAccess;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Interrupts a guest, at most once: an answer means that it was sent, not that it arrived. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class SendDiagnosticInterrupt
    implements Action<SendDiagnosticInterruptRequest, SendDiagnosticInterruptResponse> {
  private final GuestAccess guests;
  private final DiagnosticInterrupts interrupts;

  @Inject
  public SendDiagnosticInterrupt(GuestAccess guests, DiagnosticInterrupts interrupts) {
    this.guests = guests;
    this.interrupts = interrupts;
  }

  @Override
  public Prepared<SendDiagnosticInterruptResponse> prepare(
      SendDiagnosticInterruptRequest request, Caller caller) {
    Instance instance = guests.require(caller.accountId(), request.instanceId, "interrupted");
    return Prepared.of(
        InstanceArns.of(List.of(instance)),
        () -> {
          interrupts.send(instance, caller.requestId());
          SendDiagnosticInterruptResponse response = new SendDiagnosticInterruptResponse();
          response.success = true;
          return response;
        });
  }
}
