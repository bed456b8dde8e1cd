package cloud.jarrah.hosts.boundary;

import cloud.jarrah.api.admin.CreateEnrolmentTokenRequest;
import cloud.jarrah.api.admin.CreateEnrolmentTokenResponse;
import cloud.jarrah.hosts.control.Enrolments;
import cloud.jarrah.hosts.control.HostNames;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Gives the administrator a token with which one host may join the cloud. */
@ApiAction(service = Service.ADMIN, effect = Effect.WRITE, administrator = true)
@Singleton
public class CreateEnrolmentToken
    implements Action<CreateEnrolmentTokenRequest, CreateEnrolmentTokenResponse> {
  private final Enrolments enrolments;

  @Inject
  public CreateEnrolmentToken(Enrolments enrolments) {
    this.enrolments = enrolments;
  }

  @Override
  public Prepared<CreateEnrolmentTokenResponse> prepare(
      CreateEnrolmentTokenRequest request, Caller caller) {
    String name = HostNames.require(request.hostName());
    return Prepared.of(
        List.of("host/" + name),
        () -> {
          Enrolments.Token token = enrolments.issue(name);
          return new CreateEnrolmentTokenResponse(token.token(), token.expires());
        });
  }
}
