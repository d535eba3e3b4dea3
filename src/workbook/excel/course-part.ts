import type { Course } from "../port";

/** The course of a part of some work, whose progress is that from one share of the whole to another. */
export function coursePart(course: Course | undefined, from: number, to: number): Course | undefined {
  const progress = course?.progress;
  if (course === undefined || progress === undefined) return course;
  return { ...course, progress: (done) => progress(from + done * (to - from)) };
}
