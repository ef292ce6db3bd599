/** A thing we want to know of a record. */
export type FieldName =
  | "id"
  | "title"
  | "body"
  | "modified"
  | "products"
  | "versions"
  | "tags"
  | "owner"
  | "url"
  | "state";

/**
 * The columns that say it, best first, in lower case with `_` for spaces and `.` between levels.
 * ServiceNow: {@link https://www.servicenow.com/docs/bundle/zurich-servicenow-platform/page/product/knowledge-management/reference/r_KnowledgeArticleFields.html},
 * by field name and by column label. Confluence: {@link https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-content/}.
 */
export const FIELDS: Readonly<Record<FieldName, readonly string[]>> = {
  id: ["number", "kb_number", "article_number", "article_id", "key", "id", "sys_id"],
  title: ["short_description", "title", "name", "subject", "summary_line"],
  body: [
    "text",
    "wiki",
    "article_body",
    "body.storage.value",
    "body.export_view.value",
    "body.view.value",
    "body",
    "content",
    "html",
  ],
  modified: [
    "sys_updated_on",
    "updated",
    "version.when",
    "version.createdat",
    "modified",
    "last_modified",
    "updated_at",
    "published",
  ],
  products: ["products", "product", "cmdb_ci", "configuration_item", "service", "applies_to"],
  versions: ["versions", "product_version"],
  tags: ["meta", "keywords", "tags", "labels", "metadata.labels.results", "kb_category", "category", "topic"],
  owner: ["ownership_group", "owner", "author", "version.by.displayname", "sys_updated_by"],
  url: ["url", "link", "direct_link", "_links.self"],
  state: ["workflow_state", "workflow", "state", "status"],
};
