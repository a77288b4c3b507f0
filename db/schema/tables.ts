export * from './assessments.ts';
export * from './audit.ts';
export * from './course.ts';
export * from './patients.ts';
export * from './people.ts';
export * from './practice.ts';
