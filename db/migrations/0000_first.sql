CREATE TABLE `addendum` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`assessment_key` integer NOT NULL,
	`text` text NOT NULL,
	`person_key` integer NOT NULL,
	`at` integer NOT NULL,
	`at_offset` integer NOT NULL,
	`audit_sequence` integer NOT NULL,
	FOREIGN KEY (`assessment_key`) REFERENCES `assessment`(`key`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_key`) REFERENCES `person`(`key`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `addendum_id_unique` ON `addendum` (`id`);--> statement-breakpoint
CREATE INDEX `addendum_by_assessment` ON `addendum` (`assessment_key`,`key`);--> statement-breakpoint
CREATE TABLE `answer` (
	`assessment_key` integer NOT NULL,
	`sequence` integer NOT NULL,
	`finding` text NOT NULL,
	`state` text NOT NULL,
	`value` text,
	`entered_text` text,
	`entered_unit` text,
	`person_key` integer NOT NULL,
	`at` integer NOT NULL,
	`at_offset` integer NOT NULL,
	`supersedes` integer,
	`audit_sequence` integer NOT NULL,
	PRIMARY KEY(`assessment_key`, `finding`, `sequence`),
	FOREIGN KEY (`assessment_key`) REFERENCES `assessment`(`key`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_key`) REFERENCES `person`(`key`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "answer_state" CHECK("answer"."state" in ('present', 'absent', 'not-known', 'not-applicable', 'not-asked')),
	CONSTRAINT "answer_unknown_has_no_value" CHECK("answer"."value" is null or "answer"."state" in ('present', 'absent')),
	CONSTRAINT "answer_value_is_json" CHECK("answer"."value" is null or json_valid("answer"."value")),
	CONSTRAINT "answer_sequence" CHECK("answer"."sequence" > 0),
	CONSTRAINT "answer_supersedes" CHECK("answer"."supersedes" is null or "answer"."supersedes" < "answer"."sequence")
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `assessment` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`patient_key` integer NOT NULL,
	`owner_key` integer NOT NULL,
	`state` text NOT NULL,
	`setting` text NOT NULL,
	`on_day` text NOT NULL,
	`started_at` integer NOT NULL,
	`started_offset` integer NOT NULL,
	`sequence` integer NOT NULL,
	`answered` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_offset` integer NOT NULL,
	`audit_sequence` integer NOT NULL,
	FOREIGN KEY (`patient_key`) REFERENCES `patient`(`key`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_key`) REFERENCES `person`(`key`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "assessment_state" CHECK("assessment"."state" in ('draft', 'signed')),
	CONSTRAINT "assessment_setting" CHECK("assessment"."setting" in ('primary-care', 'spine-clinic', 'vascular-clinic', 'physiotherapy', 'emergency', 'inpatient')),
	CONSTRAINT "assessment_on" CHECK("assessment"."on_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assessment_id_unique` ON `assessment` (`id`);--> statement-breakpoint
CREATE INDEX `assessment_by_patient` ON `assessment` (`patient_key`,`on_day`,`key`);--> statement-breakpoint
CREATE TABLE `conclusion` (
	`key` integer PRIMARY KEY NOT NULL,
	`assessment_key` integer NOT NULL,
	`content` text NOT NULL,
	`person_key` integer NOT NULL,
	`at` integer NOT NULL,
	`at_offset` integer NOT NULL,
	`audit_sequence` integer NOT NULL,
	FOREIGN KEY (`assessment_key`) REFERENCES `assessment`(`key`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_key`) REFERENCES `person`(`key`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "conclusion_is_json" CHECK(json_valid("conclusion"."content"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `conclusion_by_assessment` ON `conclusion` (`assessment_key`,`key`);--> statement-breakpoint
CREATE TABLE `signature` (
	`assessment_key` integer PRIMARY KEY NOT NULL,
	`person_key` integer NOT NULL,
	`signed_by` text NOT NULL,
	`at` integer NOT NULL,
	`at_offset` integer NOT NULL,
	`rules_version` text NOT NULL,
	`content` text NOT NULL,
	`content_hash` text NOT NULL,
	`audit_sequence` integer NOT NULL,
	FOREIGN KEY (`assessment_key`) REFERENCES `assessment`(`key`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_key`) REFERENCES `person`(`key`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "signature_hash" CHECK(length("signature"."content_hash") = 64)
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`at_offset` integer NOT NULL,
	`person_id` text NOT NULL,
	`origin` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`patient_id` text,
	`detail` text NOT NULL,
	`content_hash` text NOT NULL,
	`idempotency_id` text,
	`hash` text NOT NULL,
	CONSTRAINT "audit_hash" CHECK(length("audit"."hash") = 64)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_idempotency` ON `audit` (`idempotency_id`) WHERE "audit"."idempotency_id" is not null;--> statement-breakpoint
CREATE INDEX `audit_by_patient` ON `audit` (`patient_id`,`sequence`) WHERE "audit"."patient_id" is not null and "audit"."subject" <> 'answer';--> statement-breakpoint
CREATE TABLE `audit_head` (
	`key` integer PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `document` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`patient_key` integer NOT NULL,
	`assessment_key` integer,
	`kind` text NOT NULL,
	`content` text NOT NULL,
	`person_key` integer NOT NULL,
	`at` integer NOT NULL,
	`at_offset` integer NOT NULL,
	`audit_sequence` integer NOT NULL,
	FOREIGN KEY (`patient_key`) REFERENCES `patient`(`key`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`assessment_key`) REFERENCES `assessment`(`key`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_key`) REFERENCES `person`(`key`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `document_id_unique` ON `document` (`id`);--> statement-breakpoint
CREATE INDEX `document_by_patient` ON `document` (`patient_key`,`key`);--> statement-breakpoint
CREATE INDEX `document_by_assessment` ON `document` (`assessment_key`);--> statement-breakpoint
CREATE TABLE `measurement` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`patient_key` integer NOT NULL,
	`finding` text NOT NULL,
	`value` real NOT NULL,
	`entered_text` text,
	`entered_unit` text,
	`on_day` text NOT NULL,
	`note` text NOT NULL,
	`person_key` integer NOT NULL,
	`at` integer NOT NULL,
	`at_offset` integer NOT NULL,
	`audit_sequence` integer NOT NULL,
	FOREIGN KEY (`patient_key`) REFERENCES `patient`(`key`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_key`) REFERENCES `person`(`key`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "measurement_on" CHECK("measurement"."on_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `measurement_id_unique` ON `measurement` (`id`);--> statement-breakpoint
CREATE INDEX `measurement_by_patient` ON `measurement` (`patient_key`,`finding`,`on_day`);--> statement-breakpoint
CREATE TABLE `treatment` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`patient_key` integer NOT NULL,
	`pathway` text,
	`name` text NOT NULL,
	`step` integer,
	`dose` text NOT NULL,
	`started_on` text NOT NULL,
	`ended_on` text,
	`response` text,
	`response_note` text NOT NULL,
	`review_on` text,
	`person_key` integer NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_offset` integer NOT NULL,
	`audit_sequence` integer NOT NULL,
	FOREIGN KEY (`patient_key`) REFERENCES `patient`(`key`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_key`) REFERENCES `person`(`key`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "treatment_started_on" CHECK("treatment"."started_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "treatment_step" CHECK("treatment"."step" is null or "treatment"."step" between 1 and 3),
	CONSTRAINT "treatment_response" CHECK("treatment"."response" is null or "treatment"."response" in ('much-better', 'better', 'unchanged', 'worse', 'not-tolerated')),
	CONSTRAINT "treatment_days" CHECK("treatment"."ended_on" is null or "treatment"."ended_on" >= "treatment"."started_on")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `treatment_id_unique` ON `treatment` (`id`);--> statement-breakpoint
CREATE INDEX `treatment_by_patient` ON `treatment` (`patient_key`,`started_on`);--> statement-breakpoint
CREATE TABLE `patient` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`family_name` text NOT NULL,
	`given_name` text NOT NULL,
	`birth_date` text NOT NULL,
	`sex` text NOT NULL,
	`record_number` text NOT NULL,
	`phone` text NOT NULL,
	`email` text NOT NULL,
	`address` text NOT NULL,
	`warnings` text NOT NULL,
	`note` text NOT NULL,
	`deceased_on` text,
	`merged_into` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_offset` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_offset` integer NOT NULL,
	`audit_sequence` integer NOT NULL,
	`sort_key` text NOT NULL,
	`search_text` text NOT NULL,
	`working_diagnosis` text NOT NULL,
	`concluded` integer NOT NULL,
	`red_flag` text,
	`red_flag_urgency` text,
	`last_seen_on` text,
	`review_on` text,
	`drafts` integer NOT NULL,
	FOREIGN KEY (`merged_into`) REFERENCES `patient`(`key`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "patient_sex" CHECK("patient"."sex" in ('female', 'male', 'other')),
	CONSTRAINT "patient_birth_date" CHECK("patient"."birth_date" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "patient_concluded" CHECK("patient"."concluded" in (0, 1)),
	CONSTRAINT "patient_red_flag" CHECK(("patient"."red_flag" is null) = ("patient"."red_flag_urgency" is null)),
	CONSTRAINT "patient_urgency" CHECK("patient"."red_flag_urgency" is null or "patient"."red_flag_urgency" in ('urgent', 'emergency')),
	CONSTRAINT "patient_drafts" CHECK("patient"."drafts" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `patient_id_unique` ON `patient` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `patient_record_number_unique` ON `patient` (`record_number`);--> statement-breakpoint
CREATE INDEX `patient_by_name` ON `patient` (`sort_key`,`key`,`id`,`family_name`,`given_name`,`birth_date`,`sex`,`record_number`,`working_diagnosis`,`concluded`,`red_flag`,`red_flag_urgency`,`last_seen_on`,`review_on`,`drafts`);--> statement-breakpoint
CREATE INDEX `patient_by_birth_date` ON `patient` (`birth_date`);--> statement-breakpoint
CREATE INDEX `patient_by_last_seen` ON `patient` (`last_seen_on`,`sort_key`,`key`) WHERE "patient"."last_seen_on" is not null;--> statement-breakpoint
CREATE INDEX `patient_by_review` ON `patient` (`review_on`,`sort_key`,`key`) WHERE "patient"."review_on" is not null;--> statement-breakpoint
CREATE INDEX `patient_unsigned` ON `patient` (`sort_key`,`key`) WHERE "patient"."drafts" > 0;--> statement-breakpoint
CREATE INDEX `patient_with_red_flag` ON `patient` (`sort_key`,`key`) WHERE "patient"."red_flag" is not null;--> statement-breakpoint
CREATE TABLE `patient_count` (
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`patients` integer NOT NULL,
	PRIMARY KEY(`kind`, `day`),
	CONSTRAINT "patient_count_kind" CHECK("patient_count"."kind" in ('all', 'renamed', 'unsigned', 'red-flag', 'seen', 'review'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `patient_identifier` (
	`key` integer PRIMARY KEY NOT NULL,
	`patient_key` integer NOT NULL,
	`system` text NOT NULL,
	`value` text NOT NULL,
	`audit_sequence` integer NOT NULL,
	FOREIGN KEY (`patient_key`) REFERENCES `patient`(`key`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `patient_identifier_by_value` ON `patient_identifier` (`value`);--> statement-breakpoint
CREATE UNIQUE INDEX `patient_identifier_once` ON `patient_identifier` (`patient_key`,`system`);--> statement-breakpoint
CREATE TABLE `person` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_offset` integer NOT NULL,
	`removed_at` integer,
	`audit_sequence` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `person_id_unique` ON `person` (`id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`content` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_offset` integer NOT NULL,
	`done_at` integer,
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('waiting', 'done', 'given-up'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_id_unique` ON `outbox` (`id`);--> statement-breakpoint
CREATE INDEX `outbox_by_state` ON `outbox` (`state`,`key`);--> statement-breakpoint
CREATE TABLE `practice` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`demo` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_offset` integer NOT NULL,
	CONSTRAINT "practice_demo" CHECK("practice"."demo" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `setting` (
	`scope` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`audit_sequence` integer NOT NULL,
	PRIMARY KEY(`scope`, `name`)
) STRICT, WITHOUT ROWID;
