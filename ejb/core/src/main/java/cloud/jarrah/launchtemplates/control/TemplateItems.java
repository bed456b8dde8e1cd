package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.ec2.LaunchTemplateItem;
import cloud.jarrah.api.ec2.LaunchTemplateVersionItem;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateVersion;
import cloud.jarrah.tags.control.TagSets;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Launch templates as answers show them. */
@Singleton
public class TemplateItems {
  private final Tags tags;

  @Inject
  public TemplateItems(Tags tags) {
    this.tags = tags;
  }

  /** The tags of templates of one account. */
  public TagSets tags(String accountId, List<LaunchTemplate> templates) {
    return tags.of(accountId, templates.stream().map(LaunchTemplate::id).toList());
  }

  public LaunchTemplateItem item(LaunchTemplate template) {
    return item(template, tags(template.accountId(), List.of(template)));
  }

  public static LaunchTemplateItem item(LaunchTemplate template, TagSets tags) {
    LaunchTemplateItem item = new LaunchTemplateItem();
    item.launchTemplateId = template.id();
    item.launchTemplateName = template.name();
    item.createTime = template.createdAt();
    item.createdBy = template.createdBy();
    item.defaultVersionNumber = template.defaultVersion();
    item.latestVersionNumber = template.latestVersion();
    item.tagSet = tags.itemsIfAny(template.id());
    return item;
  }

  public static LaunchTemplateVersionItem item(
      LaunchTemplate template, LaunchTemplateVersion version) {
    LaunchTemplateVersionItem item = new LaunchTemplateVersionItem();
    item.launchTemplateId = template.id();
    item.launchTemplateName = template.name();
    item.versionNumber = version.number();
    item.versionDescription = version.description();
    item.createTime = version.createdAt();
    item.createdBy = version.createdBy();
    item.defaultVersion = version.number() == template.defaultVersion();
    item.launchTemplateData = TemplateContent.read(version.content());
    return item;
  }
}
