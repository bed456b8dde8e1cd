package cloud.jarrah.hosts.boundary;

import cloud.jarrah.hosts.control.Enrolments;
import cloud.jarrah.hosts.control.HostErrors;
import cloud.jarrah.hosts.control.HostNames;
import cloud.jarrah.node.Enrolment;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** A host joins the cloud. The token is all it can show: the caller is anonymous. */
@ApiAction(service = Service.NODE, effect = Effect.WRITE)
@Singleton
public class EnrolHost implements Action<Enrolment.Request, Enrolment.Answer> {
  private final Enrolments enrolments;

  @Inject
  public EnrolHost(Enrolments enrolments) {
    this.enrolments = enrolments;
  }

  @Override
  public Prepared<Enrolment.Answer> prepare(Enrolment.Request request, Caller caller) {
    String name = HostNames.require(request.name());
    if (request.token() == null || request.certificateRequest() == null) {
      throw HostErrors.badToken();
    }
    return Prepared.of(List.of("host/" + name), () -> enrolments.enrol(request));
  }
}
