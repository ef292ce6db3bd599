import { byPattern, type Shape } from "../shape.ts";

const whole = { wraps: true } as const;

/** Keys of clouds and of the places where code is kept and built: they announce themselves by a prefix. */
export const CLOUD_TOKEN_SHAPES: readonly Shape[] = [
  byPattern(
    "aws-key-pair",
    "AWS secret key",
    /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}["']?[\s:,;|/]{1,4}["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])/,
  ),
  byPattern("aws-access-key", "AWS key", /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/, whole),
  byPattern(
    "aws-secret-key",
    "AWS secret key",
    /aws.{0,20}?(?:secret|sk).{0,24}?["' =:>]([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/i,
  ),
  byPattern(
    "aws-session-token",
    "AWS session token",
    /(?<![A-Za-z0-9/+])(?:FwoGZXIvYXdz|IQoJb3JpZ2lu)[A-Za-z0-9/+=%]{40,3000}/,
  ),
  byPattern("github-token", "GitHub token", /(?<![A-Za-z0-9_])gh[pousr]_[A-Za-z0-9]{36,251}(?![A-Za-z0-9])/, whole),
  byPattern(
    "github-fine-grained-token",
    "GitHub token",
    /(?<![A-Za-z0-9_])github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?![A-Za-z0-9])/,
    whole,
  ),
  byPattern(
    "gitlab-token",
    "GitLab token",
    /(?<![A-Za-z0-9_-])(?:glpat|gldt|glrt|glcbt|glptt|glft|glsoat|glagent)-[\w.-]{20,100}/,
    whole,
  ),
  byPattern("npm-token", "npm token", /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/, whole),
  byPattern("pypi-token", "PyPI token", /(?<![A-Za-z0-9_-])pypi-[\w-]{50,400}/),
  byPattern("google-api-key", "Google key", /(?<![A-Za-z0-9_-])AIza[\w-]{35}(?![\w-])/, whole),
  byPattern("google-client-secret", "Google secret", /(?<![A-Za-z0-9_-])GOCSPX-[\w-]{28}(?![\w-])/, whole),
  byPattern("google-access-token", "Google token", /(?<![A-Za-z0-9_.-])ya29\.[\w-]{30,500}/),
  byPattern("google-refresh-token", "Google token", /(?<![\w/])1\/\/0[\w-]{40,120}/),
  byPattern("azure-client-secret", "Azure secret", /(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,34}(?![\w~.-])/, whole),
  byPattern(
    "azure-storage-key",
    "Azure key",
    /(?:AccountKey|SharedAccessKey|SharedSecretValue)\s{0,2}(?:=|%3D)\s{0,2}["']?([A-Za-z0-9+/%]{27,120}={0,2})/i,
  ),
  byPattern(
    "azure-sas",
    "Azure signature",
    /(?<![A-Za-z])(?:sig|SharedAccessSignature)(?:=|%3D)([A-Za-z0-9%+/]{30,200}={0,2})/,
  ),
  byPattern(
    "azure-devops-token",
    "Azure DevOps token",
    /(?<![A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])/,
    whole,
  ),
  byPattern("digitalocean-token", "DigitalOcean token", /(?<![A-Za-z0-9_])do[opr]_v1_[a-f0-9]{64}(?![a-f0-9])/, whole),
  byPattern("docker-hub-token", "Docker token", /(?<![A-Za-z0-9_])dckr_[po]at_[\w-]{27,64}/, whole),
  byPattern("vault-token", "Vault token", /(?<![A-Za-z0-9_.])hv[sbr]\.[\w-]{24,300}/),
  byPattern("terraform-token", "Terraform token", /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70}/, whole),
  byPattern("heroku-key", "Heroku key", /(?<![A-Za-z0-9_-])HRKU-[\w-]{30,100}/),
  byPattern("databricks-token", "Databricks token", /(?<![A-Za-z0-9])dapi[a-f0-9]{32}(?:-\d)?(?![A-Za-z0-9])/, whole),
  byPattern("alibaba-key", "Alibaba key", /(?<![A-Za-z0-9])LTAI[A-Za-z0-9]{12,26}(?![A-Za-z0-9])/),
];
