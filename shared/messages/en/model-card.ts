/** The model card: what the classification is for, what it rests on, how it did, and what it is not. */
export const modelCard = {
  'model-card.title': 'Model card: the classification of Cauda',
  'model-card.generated': 'Written by `npm run model-card`; a test fails where it is out of date. Rules version {version}.',
  'model-card.intended-use.title': 'Intended use',
  'model-card.intended-use':
    'Decision support for clinicians who assess leg pain, leg cramps and symptoms on walking or standing. It weighs a structured history, examination and tests against published evidence, and shows ranked options with the reasons for and against each, so that a clinician can check them. The clinician concludes.',
  'model-card.users.title': 'Users',
  'model-card.users':
    'Clinicians of spine, vascular, physiotherapy, family and emergency practice, who know the patient and can examine again. Not for patients on their own.',
  'model-card.is-not.title': 'What it is not',
  'model-card.is-not':
    'It is no diagnosis and no order. It knows fourteen conditions; everything else is “something else”, which it cannot name. A red flag that it does not show is not excluded. It does not read images, and imaging of the spine alone never makes claudication likely.',
  'model-card.evidence.title': 'Evidence base',
  'model-card.evidence':
    '{ratios, number} likelihood ratios ({superseded, number} superseded), {verified, number} of them seen in their source; {described, number} rest on a clinical description or definition. {assumed, number} of {sides, number} weights have no published interval: theirs is assumed, from 1 to the square of the ratio. {pretest, number} of {chances, number} pre-test chances are this project’s own assumption, which a practice may replace. {sources, number} sources.',
  'model-card.method.title': 'Method',
  'model-card.method':
    'Pre-test odds by setting and age; likelihood ratios, each only in the picture in which it was measured; of correlated findings one counts; what findings give together beyond a ratio of {highest, number} counts by {share, number}; conditions compete for what they account for. All figures of the method stand in the evidence tables or in parameters.ts.',
  'model-card.chosen.title': 'Chosen on the published cases',
  'model-card.chosen':
    'What counts as clear, six figures: a probability from {probability, number}, or from {rare, number} where the patient’s own evidence has at least a ratio of {ratio, number}; odds at least {ahead, number} times those of the next; more than {explains, number} of the findings accounted for; a second condition from {second, number}, with evidence of its own of at least {secondRatio, number}. Moving each a little either way changes few cases (a test does). Chosen anew on nine tenths of the cases and tried on the last, thirty times over, figures of this kind concluded a little more often and less carefully: 59 of 98 decided, 55 of them right, 87 of 132 right in all, 6 wrong.',
  'model-card.chosen.form':
    'The form of the competition between conditions was settled with the same cases and a simulated cohort in view, among several that differed by one to three cases; its constants are those of the evidence tables.',
  'model-card.chosen.share':
    'The share of {share, number} that counts beyond a ratio of {highest, number} was chosen on two simulated cohorts with correlated findings; it was looked at on the cases too, where it costs 0.0003 of the Brier score against counting everything.',
  'model-card.chosen.order':
    'That a step dearer must promise {dearer, number} times the information is a judgement; it orders questions and weighs nothing.',
  'model-card.performance.title': 'Performance on the published cases',
  'model-card.performance':
    '{cases, number} published reports, many of them chosen for having misled somebody. They are no validation study: few, unusual, and the thresholds above were chosen on them.',
  'model-card.calibration': 'What was called, and how often it was so, over all fourteen conditions of all cases.',
  'model-card.limits.title': 'Known limits',
  'model-card.limits.priors':
    'Most pre-test chances are assumptions; for rare conditions they keep the probability low even where the evidence is good.',
  'model-card.limits.cautious':
    'On the published cases it is too cautious: of what it calls 40 to 60 % about three in four were so. On simulated cohorts with correlated findings, in which defining features are found without their condition too, it is not. Its probabilities were not stretched: published reports are chosen for a diagnosis that was found.',
  'model-card.limits.core': 'A condition whose defining feature nobody has asked about cannot lead.',
  'model-card.limits.release':
    'Evidence that waits for the defining feature may speak against the condition once that is known, so that the feature’s own presence can lower it; through its own ratios a finding that favours a condition never does.',
  'model-card.limits.validation': 'It has not been tried on patients seen one after the other, nor calibrated on a practice’s own results.',
  'model-card.limits.descriptions':
    'Many ratios come from comparisons with other back or leg pain, or with healthy people; the tables say against whom each was measured.',
  'model-card.version.title': 'Version',
  'model-card.version': 'Rules {version}, method {method, number}, catalogue {catalogue, number}.',
} as const;
