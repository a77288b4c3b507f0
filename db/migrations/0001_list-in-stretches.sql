CREATE TABLE `list_stretch` (
	`sort_key` text NOT NULL,
	`key` integer NOT NULL,
	`patients` integer NOT NULL,
	PRIMARY KEY(`sort_key`, `key`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
DROP INDEX `patient_by_name`;--> statement-breakpoint
CREATE INDEX `patient_by_name` ON `patient` (`sort_key`,`key`,`id`,`family_name`,`given_name`,`birth_date`,`sex`,`record_number`,`working_diagnosis`,`concluded`,`red_flag`,`red_flag_urgency`,`last_seen_on`,`review_on`,`drafts`,`deceased_on`,`merged_into`);--> statement-breakpoint
INSERT INTO `list_stretch` (`sort_key`, `key`, `patients`) VALUES ('', 0, 0);--> statement-breakpoint
INSERT INTO `list_stretch` (`sort_key`, `key`, `patients`)
	SELECT iif(place = 0, '', sort_key), iif(place = 0, 0, key), min(1000, everybody - place)
	FROM (SELECT sort_key, key, row_number() OVER (ORDER BY sort_key, key) - 1 AS place, count(*) OVER () AS everybody FROM patient)
	WHERE place % 1000 = 0
	ON CONFLICT (`sort_key`, `key`) DO UPDATE SET `patients` = excluded.`patients`;
