import type { SectionRole } from "./document.ts";

/**
 * What headings call a section: every heading that the Microsoft archive underlines with `=` more than 20 times and its
 * rare variants; what the templates of ServiceNow, Confluence and Jira and runbooks of operators call the same thing; then
 * the same in German, French, Spanish, Italian, Portuguese, Dutch, Japanese and Chinese, a line each.
 */
export const SECTION_NAMES: Readonly<Record<SectionRole, string>> = {
  applies: `applies to | products | product | affected products | affected versions | affected services | original product version
    gilt für | betroffene produkte | produkte
    s'applique à | produits concernés
    se aplica a | productos afectados
    si applica a | prodotti interessati
    aplica-se a | produtos afetados
    van toepassing op
    適用対象 | 対象製品
    适用于 | 適用於`,
  summary: `summary | introduction | overview | abstract | purpose | description | question | meaning | scope
    zusammenfassung | übersicht | beschreibung | einleitung | bedeutung
    résumé | présentation
    resumen | descripción | introducción
    riepilogo | descrizione | introduzione
    resumo | descrição | introdução
    samenvatting | beschrijving | inleiding
    概要 | はじめに | 説明
    概述 | 摘要 | 简介 | 簡介 | 描述 | 说明`,
  symptoms: `symptoms | symptom | symptom(s) | problem | problem description | problem statement | issue | issue description | error
    error message | error messages | behavior | behaviour | observed behavior | what you see | impact | user impact | business impact
    alert | what happened
    symptome | problembeschreibung | fehler | fehlermeldung | fehlermeldungen | fehlerbild | auswirkung | auswirkungen
    symptômes | symptôme | problème | erreur | message d'erreur
    síntomas | síntoma | problema | mensaje de error | impacto
    sintomi | sintomo | messaggio di errore | impatto
    sintomas | sintoma | mensagem de erro
    symptomen | symptoom | probleem | foutmelding | gevolgen
    症状 | 現象 | 問題 | エラー メッセージ | エラーメッセージ | 影響
    症狀 | 现象 | 问题 | 问题描述 | 错误信息 | 錯誤訊息 | 影响`,
  cause: `cause | causes | cause(s) | root cause | root causes | reason | explanation | why it happens | possible causes
    ursache | ursachen | mögliche ursachen | grund
    origine
    causa | causas | origen
    oorzaak | oorzaken
    原因 | 根本原因 | 根因`,
  diagnosis: `diagnosis | diagnostics | diagnose | investigation | triage | troubleshooting | troubleshooting steps | how to diagnose
    how to investigate
    fehlersuche | fehleranalyse
    diagnostic
    diagnóstico
    diagnosi
    診断 | 調査
    诊断 | 診斷 | 排查 | 排查步骤`,
  resolution: `resolution | resolutions | solution | solutions | solution(s) | fix | answer | steps | steps to resolve | resolution steps
    how to fix | how to resolve | remedy | remediation | mitigation | mitigation steps | user action | what to do | procedure
    instructions | runbook | runbook steps | recovery | recovery steps | action | actions | actions to take | immediate actions
    lösung | lösungen | behebung | abhilfe | vorgehen | vorgehensweise | maßnahmen | schritte | anleitung
    résolution | correction | procédure | étapes | marche à suivre
    resolución | solución | soluciones | pasos | procedimiento
    risoluzione | soluzione | soluzioni | procedura | passaggi
    resolução | solução | soluções | correção | passos | etapas
    oplossing | oplossingen | stappen
    解決策 | 解決方法 | 解決 | 対処 | 対処方法 | 対応 | 対応方法 | 手順
    解决方案 | 解決方案 | 解决方法 | 解决办法 | 处理方法 | 处理步骤 | 步骤 | 步驟 | 修复`,
  workaround: `workaround | workarounds | work around | temporary fix | temporary workaround
    umgehung | problemumgehung | zwischenlösung
    contournement | solution de contournement
    solución alternativa | solución temporal
    soluzione temporanea | soluzione alternativa
    solução alternativa | solução de contorno | contorno
    tijdelijke oplossing
    回避策 | 回避方法
    变通方法 | 临时解决方案 | 因應措施`,
  rollback: `rollback | roll back | rolling back | rollback plan | rollback steps | back-out | backout | back-out plan | backout plan
    zurückrollen | rückbau
    retour arrière
    reversión
    ripristino
    reversão
    terugdraaien
    切り戻し | ロールバック
    回滚 | 回滾 | 回退`,
  status: "status",
  more: `more information | more info | additional information | additional notes | additional details | notes | note | details
    background | discussion | environment | analysis | verification | prevention
    weitere informationen | zusätzliche informationen | hinweise | hinweis | hintergrund
    informations complémentaires | plus d'informations | remarques | remarque
    más información | información adicional | notas
    ulteriori informazioni | informazioni aggiuntive
    mais informações | informações adicionais | observações
    meer informatie | aanvullende informatie | opmerkingen
    詳細 | 詳細情報 | 補足 | 備考
    更多信息 | 詳細資訊 | 备注 | 備註 | 补充说明 | 背景`,
  references: `references | reference | related articles | related links | related information | see also | links
    referenzen | verweise | siehe auch | verwandte artikel
    références | voir aussi | liens
    referencias | véase también | enlaces
    riferimenti | vedere anche
    referências | consulte também | ver também
    verwijzingen | zie ook
    参考 | 参考資料 | 関連情報 | 関連項目
    參考 | 参考资料 | 相关链接 | 另请参阅`,
};
