package cloud.jarrah.accounts.boundary;

import cloud.jarrah.accounts.control.AccountErrors;
import cloud.jarrah.accounts.control.NewSession;
import cloud.jarrah.accounts.control.Sessions;
import cloud.jarrah.api.sts.GetSessionTokenRequest;
import cloud.jarrah.api.sts.GetSessionTokenResponse;
import cloud.jarrah.api.sts.SessionCredentials;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Gives the caller a key for a while, with the caller's own rights. */
@Singleton
@ApiAction(service = Service.STS, effect = Effect.WRITE)
public class GetSessionToken implements Action<GetSessionTokenRequest, GetSessionTokenResponse> {
  private static final int SHORTEST_S = 900;
  private static final int LONGEST_S = 129_600;
  private static final int USUAL_S = 43_200;

  private final Sessions sessions;

  @Inject
  public GetSessionToken(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Prepared<GetSessionTokenResponse> prepare(GetSessionTokenRequest request, Caller caller) {
    int seconds = request.durationSeconds == null ? USUAL_S : request.durationSeconds;
    if (seconds < SHORTEST_S || seconds > LONGEST_S) {
      throw AccountErrors.badDuration(seconds, SHORTEST_S, LONGEST_S);
    }
    return Prepared.of(
        () -> answer(sessions.open(caller.credential(), Duration.ofSeconds(seconds))));
  }

  private static GetSessionTokenResponse answer(NewSession opened) {
    SessionCredentials credentials = new SessionCredentials();
    credentials.accessKeyId = opened.accessKeyId();
    credentials.secretAccessKey = opened.secretAccessKey();
    credentials.sessionToken = opened.sessionToken();
    credentials.expiration = opened.expires();
    GetSessionTokenResponse response = new GetSessionTokenResponse();
    response.result.credentials = credentials;
    return response;
  }
}
