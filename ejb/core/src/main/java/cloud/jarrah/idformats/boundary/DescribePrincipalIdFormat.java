package cloud.jarrah.idformats.boundary;

import cloud.jarrah.api.ec2.DescribePrincipalIdFormatRequest;
import cloud.jarrah.api.ec2.DescribePrincipalIdFormatResponse;
import cloud.jarrah.api.ec2.IdFormatItem;
import cloud.jarrah.api.ec2.PrincipalIdFormatItem;
import cloud.jarrah.idformats.control.IdFormats;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.paging.Paging;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** Shows who chose the form of ids: nobody could, so the account itself stands there alone. */
@ApiAction(effect = Effect.READ)
@Singleton
public class DescribePrincipalIdFormat
    implements Action<DescribePrincipalIdFormatRequest, DescribePrincipalIdFormatResponse> {
  private final Paging paging;

  @Inject
  public DescribePrincipalIdFormat(Paging paging) {
    this.paging = paging;
  }

  @Override
  public Prepared<DescribePrincipalIdFormatResponse> prepare(
      DescribePrincipalIdFormatRequest request, Caller caller) {
    List<String> named =
        request.resourceSet.stream()
            .map(item -> Objects.requireNonNullElse(item.resource, ""))
            .toList();
    List<IdFormatItem> statuses = named.isEmpty() ? IdFormats.all() : IdFormats.of(named);
    Paging.limit(request.maxResults, 1, 1000);
    PrincipalIdFormatItem root = new PrincipalIdFormatItem();
    root.arn = "arn:aws:iam::" + caller.accountId() + ":root";
    root.statusSet.addAll(statuses);
    Paging.Page<PrincipalIdFormatItem> page =
        paging.cut(
            caller.accountId() + " DescribePrincipalIdFormat",
            List.of(root),
            principal -> principal.arn,
            request.maxResults,
            request.nextToken);
    return Prepared.of(
        () -> {
          DescribePrincipalIdFormatResponse response = new DescribePrincipalIdFormatResponse();
          response.principalSet.addAll(page.items());
          response.nextToken = page.nextToken();
          return response;
        });
  }
}
