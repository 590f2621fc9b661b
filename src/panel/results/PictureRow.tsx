import type { Picture } from '../../app/state';
import { FittedPicture } from './FittedPicture';

export interface PictureRowProps {
  readonly picture: Picture;
  readonly title: string;
  readonly detail: string;
}

export function PictureRow({ picture, title, detail }: PictureRowProps) {
  return (
    <div className="job">
      <div className="job-picture">
        <FittedPicture shape={picture} tallest={32}>
          <img className="fitted-image" src={picture.address} alt="" />
        </FittedPicture>
      </div>
      <div className="grow">
        <div className="one-line">{title}</div>
        <div className="one-line small secondary">{detail}</div>
      </div>
    </div>
  );
}
